package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.filled;
import static fr.perisco.exchange.csv.Column.optional;

import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.registration.RegistrationState;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registrations file: one row a child and activity. */
public final class RegistrationCsv {
    public static final List<Column> COLUMNS = List.of(
            filled("child", "enfant"),
            filled("activity", "activité"),
            filled("from", "du"),
            filled("to", "au"),
            optional("family", "famille"),
            optional("state", "état"),
            optional("second_family", "seconde famille"),
            optional("second_share", "seconde part"));

    /**
     * @param family the payer's code; empty for the child's only family
     * @param state accepted, or pending when somebody has to decide yet
     * @param second the code of a family that pays as well; empty where the file says nothing of it
     * @param secondShare what it pays; null where there is none
     */
    public record RegistrationRow(
            String child,
            String activity,
            LocalDate from,
            LocalDate to,
            String family,
            RegistrationState state,
            String second,
            @Nullable SecondShare secondShare) {}

    private RegistrationCsv() {}

    public static Parsed<RegistrationRow> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.read(bytes, source, charset, COLUMNS, row -> {
            LocalDate from = row.filledDay("from");
            LocalDate to = row.filledDay("to");
            if (to.isBefore(from)) {
                row.fault("to", "csv.order", from, to);
            }
            return new RegistrationRow(
                    row.filled("child"),
                    row.filled("activity"),
                    from,
                    to,
                    row.text("family"),
                    state(row),
                    row.text("second_family"),
                    secondShare(row));
        });
    }

    private static @Nullable SecondShare secondShare(CsvRow row) {
        String second = row.text("second_family");
        String written = row.text("second_share");
        if (second.isEmpty() != written.isEmpty()) {
            row.fault(second.isEmpty() ? "second_family" : "second_share", "import.second-alone");
        }
        Optional<SecondShare> share = SecondShare.parse(written);
        if (share.isEmpty() && !written.isEmpty()) {
            row.fault("second_share", "import.second-share", written);
        }
        return share.orElse(null);
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
