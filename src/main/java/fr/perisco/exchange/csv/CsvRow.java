package fr.perisco.exchange.csv;

import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row under judgement. Every reader returns a value fit to go on with, and notes a fault where the field does not read
 * well, so that all the faults of a row are found at once.
 */
public final class CsvRow {
    private static final int LONGEST_TEXT = 1_000;

    private final CSVRecord row;
    private final long line;
    private final Map<String, Integer> positions;
    private final CsvFile.Faults faults;

    CsvRow(CSVRecord row, long line, Map<String, Integer> positions, CsvFile.Faults faults) {
        this.row = row;
        this.line = line;
        this.positions = positions;
        this.faults = faults;
    }

    public long line() {
        return line;
    }

    /** Whether the file has the column at all. */
    public boolean has(String column) {
        return positions.containsKey(column);
    }

    /** The field's text; empty when the column is missing. */
    public String text(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            return "";
        }
        Cleaned cleaned = Cleaned.of(row.get(position));
        if (cleaned.hostile() >= 0) {
            fault(column, "csv.control-character", "U+%04X".formatted(cleaned.hostile()));
        }
        if (cleaned.text().length() > LONGEST_TEXT) {
            fault(column, "csv.too-long", cleaned.text().length(), LONGEST_TEXT);
        }
        return cleaned.text();
    }

    /** A text that must not be empty. */
    public String filled(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, "csv.missing");
        }
        return text;
    }

    /** A day, ISO or {@code dd/MM/yyyy}; null when the field is empty. */
    public @Nullable LocalDate day(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = WrittenDay.parse(text);
        if (day.isEmpty()) {
            fault(column, "csv.day", text);
        }
        return day.orElse(null);
    }

    /** A day that must be given. */
    public LocalDate filledDay(String column) {
        if (filled(column).isEmpty()) {
            return LocalDate.EPOCH;
        }
        LocalDate day = day(column);
        return day == null ? LocalDate.EPOCH : day;
    }

    /** An amount in euros, comma or dot, not negative; null when the field is empty. */
    public @Nullable Money money(String column) {
        BigDecimal number = decimal(column);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0
                || number.stripTrailingZeros().scale() > 2
                || number.precision() - number.scale() > 12) {
            fault(column, "csv.amount", text(column));
            return Money.ZERO;
        }
        return Money.ofEuros(number);
    }

    /** A decimal number, comma or dot; null when the field is empty. */
    public @Nullable BigDecimal decimal(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        String plain = text.replaceAll("[ \u00a0\u202f€]", "").replace(',', '.');
        if (!plain.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            fault(column, "csv.number", text);
            return BigDecimal.ZERO;
        }
        return new BigDecimal(plain);
    }

    /** A whole number, 0 to 2<sup>31</sup>−1; null when the field is empty. */
    public @Nullable Integer count(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,9}")) {
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

    /** Notes that a field is wrong. The first detail of the sentence is the column's name. */
    public void fault(String column, String code, Object... details) {
        Object[] all = new Object[details.length + 1];
        all[0] = column;
        System.arraycopy(details, 0, all, 1, details.length);
        faults.add(line, positions.getOrDefault(column, -1) + 1, Reason.of(code, all));
    }
}
