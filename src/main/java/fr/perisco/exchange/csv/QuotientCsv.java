package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.filled;
import static fr.perisco.exchange.csv.Column.optional;

import fr.perisco.domain.money.Money;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quotients file: one row a family and day from which its quotient counts. */
public final class QuotientCsv {
    public static final List<Column> COLUMNS = List.of(
            filled("family", "famille"),
            filled("quotient", "quotient familial"),
            filled("quotient_from", "date du quotient"),
            optional("dependents", "enfants à charge"),
            optional("income", "revenus"),
            optional("income_on", "date des revenus"));

    /**
     * A family's quotient, with what it comes from.
     *
     * @param dependents null where the file says nothing of it
     * @param income null where the file says nothing of it
     * @param incomeOn null where the file says nothing of it
     */
    public record QuotientRow(
            String family,
            Money quotient,
            LocalDate quotientFrom,
            @Nullable Integer dependents,
            @Nullable Money income,
            @Nullable LocalDate incomeOn) {}

    private QuotientCsv() {}

    public static Parsed<QuotientRow> read(byte[] bytes, String source, @Nullable Charset charset) {
        return CsvFile.read(bytes, source, charset, COLUMNS, row -> {
            Money quotient = row.filled("quotient").isEmpty() ? null : row.money("quotient");
            return new QuotientRow(
                    row.filled("family"),
                    quotient == null ? Money.ZERO : quotient,
                    row.filledDay("quotient_from"),
                    row.count("dependents"),
                    row.money("income"),
                    row.day("income_on"));
        });
    }
}
