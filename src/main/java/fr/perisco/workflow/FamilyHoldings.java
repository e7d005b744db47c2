package fr.perisco.workflow;

import fr.perisco.exchange.pdf.HoldingsDocument;
import fr.perisco.exchange.pdf.HoldingsPdf;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import fr.perisco.store.HoldingsStore;
import fr.perisco.store.HoldingsStore.Holding;
import fr.perisco.store.SetupStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts together all that is held of a family, for the person who asks (GDPR, articles 15 and 20): the one place where health data goes
 * out with the rest.
 */
public final class FamilyHoldings {
    private final Office office;

    public FamilyHoldings(Office office) {
        this.office = office;
    }

    /**
     * For scripts: a list a kind of things.
     *
     * @throws fr.perisco.domain.reason.Refused when the family is unknown
     */
    public Form form(String code) {
        Form form = Form.of("family", code).field("held_on", office.today());
        for (Holding holding : read(code)) {
            Table table = Table.of(holding.columns().toArray(String[]::new));
            holding.rows().forEach(row -> table.row(row.toArray()));
            form.list(holding.name(), holding.name(), 0, table);
        }
        return form;
    }

    /**
     * Prints it.
     *
     * @return the characters that no font has
     * @throws fr.perisco.domain.reason.Refused when the family is unknown
     */
    public String print(String code, Path file) {
        List<HoldingsDocument.Entry> entries = new ArrayList<>();
        for (Holding holding : read(code)) {
            int place = 0;
            for (List<@Nullable Object> row : holding.rows()) {
                place++;
                for (int i = 0; i < row.size(); i++) {
                    Object value = row.get(i);
                    if (value != null && !value.toString().isEmpty()) {
                        entries.add(new HoldingsDocument.Entry(
                                holding.name(), place, holding.columns().get(i), value.toString()));
                    }
                }
            }
        }
        String name = office.read(() -> InvoiceDocuments.head(new SetupStore(office.database()).settings())
                .name());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            String missing = new HoldingsPdf()
                    .write(new HoldingsDocument(name, code, office.today(), entries), bytes)
                    .toString();
            PrintedFile.put(office, file, bytes.toByteArray());
            return missing;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Holding> read(String code) {
        return office.read(() -> {
            List<Holding> holdings =
                    new ArrayList<>(new HoldingsStore(office.database()).of(new FamilyCodes(office).idOf(code)));
            holdings.add(acts(code));
            return holdings;
        });
    }

    private Holding acts(String code) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        new AuditList(office)
                .changes(new AuditList.Filter(null, null, null, null, null), code, null, null)
                .forEach(change -> rows.add(List.of(
                        change.act().id(),
                        change.act().recordedAt().toString(),
                        change.act().kind(),
                        change.subject(),
                        change.code(),
                        change.field(),
                        change.before(),
                        change.after())));
        return new Holding(
                "acts",
                false,
                List.of("act", "recorded_at", "kind", "subject", "code", "field", "before", "after"),
                rows);
    }
}
