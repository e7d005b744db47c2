package fr.perisco.exchange.csv;

import fr.perisco.domain.calendar.WrittenMoment;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row under judgement. Every reader returns a value fit to go on with, and notes a fault where the field does not read
 * well, so that all the faults of a row are found at once.
 */
public final class CsvRow {
    static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_CODE = 40;
    private static final int DIGITS_OF_EUROS = 12;
    private static final int OLDEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}+");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*+)?");

    private final CsvFile file;
    private final String[] record;
    private final long line;

    private final boolean usual;

    private final int width;

    /**
     * @param width how many fields the header has
     */
    CsvRow(CsvFile file, String[] record, Layout.Stretch stretch, int width) {
        this.file = file;
        this.record = record;
        this.line = stretch.line();
        this.usual = stretch.isUsual();
        this.width = width;
    }

    public long line() {
        return line;
    }

    /** Whether the file has the column at all. */
    public boolean has(String column) {
        return file.positionOf(column) != null;
    }

    /** The field's text; empty when the column is missing. */
    public String text(String column) {
        Integer position = file.positionOf(column);
        return position == null ? "" : text(column, position);
    }

    private String text(String column, int position) {
        if (position >= record.length) {
            return "";
        }
        String text = record[position];
        boolean isClean = usual ? Cleaned.isUsualAtItsEnds(text) : Cleaned.isClean(text);
        if (!isClean) {
            text = Cleaned.of(text);
            int hostile = Cleaned.hostileIn(text);
            if (hostile >= 0) {
                fault(position, column, "csv.control-character", "U+%04X".formatted(hostile));
            }
        }
        if (text.length() > LONGEST_TEXT) {
            fault(position, column, "csv.too-long", text.length(), LONGEST_TEXT);
        }
        return text;
    }

    /** How many fields it has. */
    int size() {
        return record.length;
    }

    /** How many fields the header has. */
    int width() {
        return width;
    }

    /** Whether it holds text beyond its header. */
    boolean holdsMoreThanHeader() {
        for (int i = width; i < record.length; i++) {
            if (!record[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What repeated columns say, an entry each time that they stand in the header; where they end it, a longer row goes on with
     * them. What a column says that the header does not have is empty.
     *
     * @param columns those that are repeated together
     */
    List<List<String>> groups(List<String> columns) {
        List<List<String>> groups = new ArrayList<>();
        List<String> present = columns.stream()
                .filter(column -> !file.positionsOf(column).isEmpty())
                .toList();
        int times = present.stream()
                .mapToInt(column -> file.positionsOf(column).size())
                .max()
                .orElse(0);
        int last = -1;
        for (int i = 0; i < times; i++) {
            List<String> group = new ArrayList<>();
            for (String column : columns) {
                List<Integer> positions = file.positionsOf(column);
                group.add(i < positions.size() ? text(column, positions.get(i)) : "");
                last = i < positions.size() ? Math.max(last, positions.get(i)) : last;
            }
            groups.add(group);
        }
        boolean endsHeader = last == width - 1;
        for (int at = width; endsHeader && at < record.length; at += present.size()) {
            List<String> group = new ArrayList<>();
            for (String column : columns) {
                group.add(present.contains(column) ? text(column, at + present.indexOf(column)) : "");
            }
            groups.add(group);
        }
        return groups;
    }

    /** Whether a text can be a code. */
    public static boolean isCode(String text) {
        return isOfCodeLetters(text) && !isDevice(text);
    }

    /** Most codes are plain letters and digits, and need no matching. */
    private static boolean isOfCodeLetters(String text) {
        return isPlainCode(text) || CODE.matcher(text).matches();
    }

    private static boolean isPlainCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isPlain = (letter >= '0' && letter <= '9')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= 'a' && letter <= 'z');
            if (!isPlain) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_CODE;
    }

    private static boolean isDevice(String text) {
        return !text.isEmpty()
                && "cpanlCPANL".indexOf(text.charAt(0)) >= 0
                && DEVICE.matcher(text).matches();
    }

    /**
     * A code: it names files too, so it holds letters, digits, dots, hyphens and underscores only, and is none of the names that
     * Windows keeps for devices.
     */
    public String code(String column) {
        String text = filled(column);
        if (!text.isEmpty() && !isOfCodeLetters(text)) {
            fault(column, "csv.code", text);
        } else if (isDevice(text)) {
            fault(column, "csv.code-of-device", text);
        }
        return text;
    }

    /** A text that must not be empty. */
    public String filled(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, "csv.missing");
        }
        return text;
    }

    /**
     * A text of several lines, each made fit to keep: its line breaks stay, whether they stand in quotes or as {@code \\n}.
     *
     * @param longest in characters
     */
    public String lines(String column, int longest) {
        Integer position = file.positionOf(column);
        if (position == null) {
            return "";
        }
        String text = record[position]
                .replace("\\n", "\n")
                .lines()
                .map(Cleaned::of)
                .collect(Collectors.joining("\n"))
                .strip();
        int hostile = Cleaned.hostileIn(text.replace('\n', ' '));
        if (text.isEmpty()) {
            fault(column, "csv.missing");
        } else if (hostile >= 0) {
            fault(column, "csv.control-character", "U+%04X".formatted(hostile));
        } else if (text.length() > longest) {
            fault(column, "csv.too-long", text.length(), longest);
        }
        return text;
    }

    /** A day, ISO or {@code dd/MM/yyyy}; null when the field is empty. */
    public @Nullable LocalDate day(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate day = file.day(text).orElse(null);
        if (day == null) {
            fault(column, "csv.day", text);
        } else {
            requireInRange(column, day);
        }
        return day;
    }

    /** Notes a day that nobody alive could mean. */
    void requireInRange(String column, LocalDate day) {
        if (day.getYear() < OLDEST_YEAR || day.getYear() > LATEST_YEAR) {
            fault(column, "csv.day-range", day);
        }
    }

    /** A day that must be given. */
    public LocalDate filledDay(String column) {
        if (filled(column).isEmpty()) {
            return LocalDate.EPOCH;
        }
        LocalDate day = day(column);
        return day == null ? LocalDate.EPOCH : day;
    }

    /** A moment that must be given, Europe/Paris wall time. */
    public LocalDateTime filledMoment(String column) {
        String text = filled(column);
        if (text.isEmpty()) {
            return LocalDate.EPOCH.atStartOfDay();
        }
        LocalDateTime moment = parsed(column, WrittenMoment::parseInFile, LocalDate.EPOCH.atStartOfDay(), "csv.moment");
        requireInRange(column, moment.toLocalDate());
        return moment;
    }

    /** An amount in euros, comma or dot, not negative; null when the field is empty. */
    public @Nullable Money money(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = file.number(text);
        String wrong = number.map(CsvRow::faultOfAmount).orElse("csv.amount");
        if (!wrong.isEmpty()) {
            fault(column, wrong, text);
            return Money.ZERO;
        }
        return Money.ofEuros(number.orElseThrow());
    }

    private static String faultOfAmount(BigDecimal number) {
        if (number.signum() < 0) {
            return "csv.amount-negative";
        }
        if (number.stripTrailingZeros().scale() > 2) {
            return "csv.amount-cents";
        }
        return number.precision() - number.scale() > DIGITS_OF_EUROS ? "csv.amount-large" : "";
    }

    /** A decimal number, comma or dot; null when the field is empty. */
    public @Nullable BigDecimal decimal(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = file.number(text);
        if (number.isEmpty()) {
            fault(column, "csv.number", text);
        }
        return number.orElse(BigDecimal.ZERO);
    }

    /** A whole number, 0 to 2<sup>31</sup>−1; null when the field is empty. */
    public @Nullable Integer count(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!COUNT.matcher(text).matches()) {
            fault(column, "csv.count", text);
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** yes, no, oui or non; null when the field is empty. */
    public @Nullable Boolean yesNo(String column) {
        String text = text(column).toLowerCase(Locale.ROOT);
        return switch (text) {
            case "" -> null;
            case "yes", "oui", "true", "vrai", "1", "o", "y" -> true;
            case "no", "non", "false", "faux", "0", "n" -> false;
            default -> {
                fault(column, "csv.yes-no", text);
                yield null;
            }
        };
    }

    /** A field in the office's own words, read by the rule that knows them; the fallback where it does not read. */
    public <T> T parsed(String column, Function<String, Optional<T>> parser, T fallback, String faultCode) {
        String text = text(column);
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            fault(column, faultCode, text);
        }
        return value.orElse(fallback);
    }

    /** Notes that a field is wrong. The first detail of the sentence is the column's header in the file. */
    public void fault(String column, String code, Object... details) {
        Integer position = file.positionOf(column);
        fault(position == null ? -1 : position, column, code, details);
    }

    private void fault(int position, String column, String code, Object... details) {
        Object[] all = new Object[details.length + 1];
        all[0] = file.headerOf(column);
        System.arraycopy(details, 0, all, 1, details.length);
        file.fault(line, position + 1, Reason.of(code, all));
    }
}
