package fr.perisco.workflow;

import fr.perisco.domain.payment.HeldPayment;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.StatementCheck;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.PaymentCsv;
import fr.perisco.exchange.pdf.PaymentListPdf;
import fr.perisco.exchange.pdf.StatementDocument;
import fr.perisco.store.OnlinePaymentStore;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares a statement of the administration with the payments that the office holds. Changes nothing. */
public final class StatementComparison {
    private final Office office;

    public StatementComparison(Office office) {
        this.office = office;
    }

    /** @throws fr.perisco.domain.reason.BadInput with every fault of the file */
    public StatementCheck of(ImportFile file) {
        Parsed<PayFipNotification> parsed = PaymentCsv.read(file.content(), file.source(), file.charset());
        file.requireLoadable(parsed);
        List<PayFipNotification> statement =
                parsed.acceptedRows().stream().map(Parsed.Row::good).toList();
        return office.read(() -> {
            List<HeldPayment> held = new OnlinePaymentStore(office.database())
                    .held(StatementCheck.spanOf(statement).orElse(null), statement);
            Map<String, String> families = new HashMap<>();
            new PaymentStore(office.database())
                    .invoices(statement.stream().map(PayFipNotification::refdet).toList())
                    .forEach((number, invoice) -> families.put(number, invoice.familyCode()));
            return StatementCheck.of(
                    new SetupStore(office.database()).settings().payFip(), statement, held, families);
        });
    }

    /**
     * Prints what differs.
     *
     * @param source the statement's name
     * @return the characters that no font has; empty when there is none
     */
    public String print(StatementCheck check, String source, Path file) {
        StatementDocument document = new StatementDocument(
                InvoiceDocuments.head(new SetupStore(office.database()).settings())
                        .name(),
                source,
                office.today(),
                check);
        return PrintedPdf.put(office, file, out -> new PaymentListPdf().write(document, out))
                .missing();
    }
}
