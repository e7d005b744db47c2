package fr.perisco.workflow;

import fr.perisco.exchange.csv.AttendanceCsv;
import fr.perisco.exchange.csv.Column;
import fr.perisco.exchange.csv.FamilyCsv;
import fr.perisco.exchange.csv.GuardianCsv;
import fr.perisco.exchange.csv.PaymentCsv;
import fr.perisco.exchange.csv.PupilCsv;
import fr.perisco.exchange.csv.QuotientCsv;
import fr.perisco.exchange.csv.RegistrationCsv;
import fr.perisco.exchange.csv.RequestCsv;
import fr.perisco.exchange.csv.WeeksCsv;
import java.util.List;

/**
 * The files that people fill in, with their columns; the names are those of the commands that load them. Those of the ministry are taken
 * as they are, and described.
 */
public enum ImportTemplate {
    families(FamilyCsv.COLUMNS, false),
    quotients(QuotientCsv.COLUMNS, false),
    /** The pupils of an extraction. */
    onde(PupilCsv.COLUMNS, true),
    /** The guardians of an extraction. */
    guardians(GuardianCsv.COLUMNS, true),
    registrations(RegistrationCsv.COLUMNS, false),
    weeks(WeeksCsv.COLUMNS, false),
    requests(RequestCsv.COLUMNS, false),
    attendance(AttendanceCsv.COLUMNS, false),
    payments(PaymentCsv.COLUMNS, false);

    /**
     * A column.
     *
     * @param name as the contract or the ministry has it
     * @param french another name that is understood as well
     * @param required whether the file must have it
     * @param filled whether each row must say something in it
     * @param key what its remark is found by
     */
    public record Field(String name, String french, boolean required, boolean filled, String key) {}

    private final List<Field> fields;
    private final boolean extracted;

    ImportTemplate(List<Column> columns, boolean extracted) {
        this.extracted = extracted;
        fields = columns.stream()
                .map(column -> new Field(
                        column.name(),
                        column.french(),
                        column.required(),
                        column.filled(),
                        extracted ? column.plainName() : column.name()))
                .toList();
    }

    public List<Field> fields() {
        return fields;
    }

    /** Whether it comes from the ministry, in French whatever the language. */
    public boolean isExtracted() {
        return extracted;
    }
}
