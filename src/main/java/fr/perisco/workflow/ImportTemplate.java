package fr.perisco.workflow;

import fr.perisco.exchange.csv.AttendanceCsv;
import fr.perisco.exchange.csv.Column;
import fr.perisco.exchange.csv.FamilyCsv;
import fr.perisco.exchange.csv.PaymentCsv;
import fr.perisco.exchange.csv.QuotientCsv;
import fr.perisco.exchange.csv.RegistrationCsv;
import fr.perisco.exchange.csv.RequestCsv;
import fr.perisco.exchange.csv.WeeksCsv;
import java.util.List;

/** The files that people fill in, with their columns; the names are those of the commands that load them. */
public enum ImportTemplate {
    families(FamilyCsv.COLUMNS),
    quotients(QuotientCsv.COLUMNS),
    registrations(RegistrationCsv.COLUMNS),
    weeks(WeeksCsv.COLUMNS),
    requests(RequestCsv.COLUMNS),
    attendance(AttendanceCsv.COLUMNS),
    payments(PaymentCsv.COLUMNS);

    /**
     * A column.
     *
     * @param name as the contract has it
     * @param french the French name that is understood as well
     * @param required whether the file must have it
     */
    public record Field(String name, String french, boolean required) {}

    private final List<Field> fields;

    ImportTemplate(List<Column> columns) {
        fields = columns.stream()
                .map(column -> new Field(column.name(), column.french(), column.required()))
                .toList();
    }

    public List<Field> fields() {
        return fields;
    }
}
