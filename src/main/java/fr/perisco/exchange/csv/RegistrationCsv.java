package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.optional;
import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.registration.RegistrationState;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registrations file: one row a child and activity. */
public final class RegistrationCsv {
    public static final List<Column> COLUMNS = List.of(
            required("child", "enfant"),
            required("activity", "activité"),
            required("from", "du"),
            required("to", "au"),
            optional("family", "famille"),
            optional("state", "état"));

    /**
     * @param family the payer's code; empty for the child's only family
     * @param state accepted, or pending when somebody has to decide yet
     */
    public record RegistrationRow(
            String child, String activity, LocalDate from, LocalDate to, String family, RegistrationState state) {}

    private RegistrationCsv() {}

    public static Parsed<RegistrationRow> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.read(bytes, source, charset, COLUMNS, row -> {
            LocalDate from = row.filledDay("from");
            LocalDate to = row.filledDay("to");
            if (to.isBefore(from)) {
                row.fault("to", "csv.order", from, to);
            }
            return new RegistrationRow(
                    row.filled("child"), row.filled("activity"), from, to, row.text("family"), state(row));
        });
    }

    private static RegistrationState state(CsvRow row) {
        return row.text("state").isEmpty()
                ? RegistrationState.ACCEPTED
                : row.parsed("state", RegistrationCsv::undecidedOrAccepted, RegistrationState.ACCEPTED, "import.state");
    }

    private static Optional<RegistrationState> undecidedOrAccepted(String text) {
        return RegistrationState.parse(text).filter(state -> state != RegistrationState.REFUSED);
    }
}
