package fr.perisco.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Form FORM = Form.of("family", "F0001")
            .field("name", "=Dupont")
            .field("income", null)
            .field("balance", Money.ofCents(-650))
            .list(
                    "weeks",
                    "week",
                    2,
                    Table.of("unit", "from", "days")
                            .row("REPAS", LocalDate.of(2016, 11, 3), "mon")
                            .row("MIDI", LocalDate.of(2016, 11, 3), null))
            .list("invoices", "invoice", 1, Table.of("number", "amount"));

    @Test
    void csvHasALineAValueAndGuardsAgainstFormulas() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.csv(FORM, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "kind;code;field;value",
                        "family;F0001;name;'=Dupont",
                        "family;F0001;income;",
                        "family;F0001;balance;-6.50",
                        "week;REPAS 2016-11-03;days;mon",
                        "week;MIDI 2016-11-03;days;");
    }

    @Test
    void jsonIsOneDocumentAndAnEmptyListStaysAList() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter.json(FORM, out);
        assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", ""))
                .isEqualTo("{\"family\":\"F0001\",\"name\":\"=Dupont\",\"income\":null,\"balance\":-6.50,"
                        + "\"weeks\":[{\"unit\":\"REPAS\",\"from\":\"2016-11-03\",\"days\":\"mon\"},"
                        + "{\"unit\":\"MIDI\",\"from\":\"2016-11-03\",\"days\":null}],\"invoices\":[]}");
    }
}
