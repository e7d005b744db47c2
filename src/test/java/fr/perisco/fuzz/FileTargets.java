package fr.perisco.fuzz;

import static fr.perisco.fuzz.Target.require;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.exchange.csv.AttendanceCsv;
import fr.perisco.exchange.csv.Column;
import fr.perisco.exchange.csv.CsvFile;
import fr.perisco.exchange.csv.CsvRow;
import fr.perisco.exchange.csv.CsvWriter;
import fr.perisco.exchange.csv.FamilyCsv;
import fr.perisco.exchange.csv.GuardianCsv;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.PaymentCsv;
import fr.perisco.exchange.csv.PupilCsv;
import fr.perisco.exchange.csv.QuotientCsv;
import fr.perisco.exchange.csv.RegistrationCsv;
import fr.perisco.exchange.csv.ReminderCsv;
import fr.perisco.exchange.csv.RequestCsv;
import fr.perisco.exchange.csv.SetupCsv;
import fr.perisco.exchange.csv.ShuttleCsv;
import fr.perisco.exchange.csv.WeeksCsv;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of rows: whatever they hold, each fault has its place, and the rejected rows can be mended and read again. */
final class FileTargets {
    private static final String SOURCE = "file.csv";
    private static final String SEPARATORS = ";,\t";
    private static final LocalDate TODAY = LocalDate.of(2016, 11, 3);
    private static final Set<String> SCHOOLS = Set.of("BOURG", "MOULIN", "VERGERS");
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<Column> COLUMNS =
            NAMES.stream().map(name -> Column.optional(name, "colonne " + name)).toList();
    private static final List<Charset> CHARSETS = Stream.of(
                    "UTF-8",
                    "windows-1252",
                    "ISO-8859-15",
                    "IBM850",
                    "x-MacRoman",
                    "UTF-16",
                    "UTF-16LE",
                    "UTF-32",
                    "ISO-2022-JP",
                    "x-JISAutoDetect")
            .map(Charset::forName)
            .toList();

    /** Two open quotes close each other when what stood between them is gone, and a return before a line feed ends a line. */
    private static final Set<String> NEEDS_ITS_PLACE = Set.of("csv.open-quote", "csv.bare-return");

    private FileTargets() {}

    private interface Reader<T> {
        Parsed<T> read(byte[] bytes, String source);
    }

    static List<Target> all() {
        return List.of(
                new Target("csv", FileTargets::judgeAnyFile),
                new Target("csv-charset", FileTargets::judgeCharset),
                file("setup-schools", SetupCsv::schools),
                file("setup-activities", SetupCsv::activities),
                file("setup-units", SetupCsv::units),
                file("setup-tariffs", SetupCsv::tariffs),
                file("setup-calendar", (bytes, source) -> SetupCsv.calendar(bytes, source, "Zone A")),
                file("setup-closures", SetupCsv::closures),
                file("setup-shuttles", ShuttleCsv::read),
                file("setup-reminders", ReminderCsv::read),
                file("families", (bytes, source) -> FamilyCsv.read(bytes, source, null, TODAY, SCHOOLS)),
                file("registrations", (bytes, source) -> RegistrationCsv.read(bytes, source, null)),
                file("weeks", (bytes, source) -> WeeksCsv.read(bytes, source, null)),
                file("requests", (bytes, source) -> RequestCsv.read(bytes, source, null)),
                file("attendance", (bytes, source) -> AttendanceCsv.read(bytes, source, null)),
                file("quotients", (bytes, source) -> QuotientCsv.read(bytes, source, null)),
                file("payments", (bytes, source) -> PaymentCsv.read(bytes, source, null)),
                file("onde-pupils", (bytes, source) -> PupilCsv.read(bytes, source, null, TODAY)),
                file("onde-guardians", (bytes, source) -> GuardianCsv.read(bytes, source, null)));
    }

    private static <T> Target file(String name, Reader<T> reader) {
        return new Target(name, bytes -> {
            Parsed<T> read = judge(reader, bytes);
            require(
                    read == null || read.isUnderstood() || !read.faults().isEmpty(),
                    () -> "columns are missing without a word");
        });
    }

    /** Rows of texts: what is written of those that read is read back. */
    private static void judgeAnyFile(byte[] bytes) {
        Parsed<List<String>> file = judge(FileTargets::texts, bytes);
        if (file == null) {
            return;
        }
        List<List<String>> rows = good(file).stream()
                .filter(row -> row.stream().anyMatch(text -> !text.isEmpty()))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out, NAMES)) {
            rows.forEach(writer::row);
        }
        List<List<String>> again = good(texts(out.toByteArray(), SOURCE));
        require(again.equals(rows), () -> rows + " was read back as " + again);
    }

    private static Parsed<List<String>> texts(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, COLUMNS, FileTargets::textsOf);
    }

    private static List<String> textsOf(CsvRow row) {
        return NAMES.stream().map(row::text).toList();
    }

    private static List<List<String>> good(Parsed<List<String>> file) {
        return file.goodRows().stream().map(Parsed.Row::good).toList();
    }

    /** The first byte says in which encoding the others are. */
    private static void judgeCharset(byte[] input) {
        if (input.length > 0) {
            Charset charset = CHARSETS.get((input[0] & 0xFF) % CHARSETS.size());
            byte[] bytes = Arrays.copyOfRange(input, 1, input.length);
            try {
                Extent.of(new String(bytes, charset), SEPARATORS)
                        .requireInside(CsvFile.read(bytes, SOURCE, charset, COLUMNS, FileTargets::textsOf)
                                .faults());
            } catch (BadInput e) {
                requireSomething(e.faults());
            }
        }
    }

    /** What the file says; null when it is refused as a whole. */
    private static <T> @Nullable Parsed<T> judge(Reader<T> reader, byte[] bytes) {
        Extent extent = Extent.ofFile(bytes, SEPARATORS);
        Parsed<T> file;
        try {
            file = reader.read(bytes, SOURCE);
        } catch (BadInput e) {
            requireSomething(e.faults());
            extent.requireInside(e.faults());
            return null;
        }
        extent.requireInside(file.faults());
        requireSaid(file);
        if (file.isUnderstood() && !file.rejectedRows().isEmpty()) {
            requireMendable(reader, file);
        }
        return file;
    }

    private static void requireSomething(List<InputFault> faults) {
        require(!faults.isEmpty(), () -> "refused without a word");
    }

    /** A row that is not taken has a fault that says why. */
    private static <T> void requireSaid(Parsed<T> file) {
        for (int i = 0; i < file.rows().size(); i++) {
            Parsed.Row<T> row = file.rows().get(i);
            long next = i + 1 < file.rows().size() ? file.rows().get(i + 1).line() : Long.MAX_VALUE;
            require(
                    !file.isRejected(row)
                            || file.faults().stream()
                                    .anyMatch(fault -> fault.line() >= row.line() && fault.line() < next),
                    () -> "line " + row.line() + " is rejected without a word");
        }
    }

    /**
     * The rejected rows, written as they stand, are rejected again and for the same reasons. A return that ends a row becomes a part
     * of the line's end, and a quote that is left alone may find another one in a later row.
     */
    private static <T> void requireMendable(Reader<T> reader, Parsed<T> file) {
        if (file.faults().stream()
                        .anyMatch(
                                fault -> NEEDS_ITS_PLACE.contains(fault.reason().code()))
                || file.rejectedRows().stream()
                        .map(row -> String.valueOf(row.lines()))
                        .anyMatch(row -> row.endsWith("\r")
                                || row.chars().filter(letter -> letter == '"').count() % 2 == 1)) {
            return;
        }
        Parsed<T> again = reader.read(file.rejectedFile(), SOURCE);
        require(
                again.rows().size() == file.rejectedRows().size()
                        && reasons(again).equals(reasons(file)),
                () -> reasons(file) + " became " + reasons(again));
    }

    private static List<String> reasons(Parsed<?> file) {
        return file.faults().stream()
                .map(fault -> fault.column() + " " + fault.reason())
                .toList();
    }
}
