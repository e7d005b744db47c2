package fr.perisco.workflow;

import fr.perisco.exchange.pdf.HoldingsDocument;
import fr.perisco.exchange.pdf.HoldingsPdf;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.HoldingsStore;
import fr.perisco.store.HoldingsStore.Holding;
import fr.perisco.store.MergeStore;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts together all that is held of a family, and of those that were merged into it, for the person who asks (GDPR, articles 15 and 20): the one place where health data goes
 * out with the rest. Who handed it out is recorded.
 */
public final class FamilyHoldings {
    private final Office office;
    private final String code;
    private final List<Holding> holdings;

    private FamilyHoldings(Office office, String code, List<Holding> holdings) {
        this.office = office;
        this.code = code;
        this.holdings = holdings;
    }

    /**
     * Reads all that is held, and records that it was handed out: nothing is recorded when the writing fails.
     *
     * @param writing puts it into files
     * @throws fr.perisco.domain.reason.Refused when the family is unknown, or the database may only be read
     */
    public static FamilyHoldings handOut(Office office, String code, Consumer<FamilyHoldings> writing) {
        return RecordedReading.of(office, "family export", journal -> {
            long id = new FamilyCodes(office).idOf(code);
            List<String> codes = new ArrayList<>(List.of(code));
            codes.addAll(new MergeStore(office.database()).duplicatesOf(code));
            List<Long> ids = codes.stream().map(new FamilyCodes(office)::idOf).toList();
            List<Holding> read = new ArrayList<>(new HoldingsStore(office.database()).of(ids));
            read.add(acts(office, codes));
            FamilyHoldings holdings = new FamilyHoldings(office, code, read);
            journal.changed("family", code, "export", null, RecordedReading.READ);
            new FamilyStore(office.database())
                    .childrenOf(id)
                    .forEach(child -> journal.changed(
                            RecordedReading.SUBJECT,
                            child.child().code(),
                            RecordedReading.FIELD,
                            null,
                            RecordedReading.READ));
            writing.accept(holdings);
            return holdings;
        });
    }

    /** For scripts: a list a kind of things. */
    public Form form() {
        Form form = Form.of("code", code).field("held_on", office.today());
        for (Holding holding : holdings) {
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
     */
    public String print(Path file) {
        List<HoldingsDocument.Entry> entries = new ArrayList<>();
        for (Holding holding : holdings) {
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
        HoldingsDocument document = new HoldingsDocument(name, code, office.today(), entries);
        return PrintedPdf.put(office, file, out -> new HoldingsPdf().write(document, out))
                .missing();
    }

    private static Holding acts(Office office, List<String> codes) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        codes.stream()
                .flatMap(code -> new AuditList(office)
                        .changes(new AuditList.Filter(null, null, null, null, null), code, null, null).stream())
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
