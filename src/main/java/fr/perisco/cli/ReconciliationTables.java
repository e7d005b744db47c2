package fr.perisco.cli;

import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.PayFipOutcome;
import fr.perisco.domain.payment.PayFipVerdict;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.PaymentImport;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the payments of a file. */
final class ReconciliationTables {
    private ReconciliationTables() {}

    /** All rows of the file, in its order. */
    static Table entries(PaymentImport.Report report) {
        return entries(report.entries());
    }

    /** All rows of the file, by verdict. */
    static Table byVerdict(PaymentImport.Report report) {
        return entries(report.entries().stream()
                .sorted(Comparator.comparing(entry -> entry.outcome().verdict()))
                .toList());
    }

    private static Table entries(List<PaymentImport.Entry> entries) {
        Table table = Table.of(
                "line",
                "verdict",
                "numcli",
                "refdet",
                "family",
                "amount",
                "settled",
                "credit",
                "balance",
                "paid_on",
                "payment",
                "reference");
        for (PaymentImport.Entry entry : entries) {
            PayFipOutcome outcome = entry.outcome();
            PayFipNotification told = outcome.notification();
            OpenInvoice invoice = outcome.invoice();
            table.row(
                    entry.line(),
                    outcome.verdict().code(),
                    told.numcli(),
                    told.refdet(),
                    invoice == null ? null : invoice.familyCode(),
                    told.montant(),
                    outcome.settled(),
                    outcome.credit(),
                    outcome.balance(),
                    told.dattrans(),
                    entry.paymentId(),
                    told.reference());
        }
        return table;
    }

    static Map<String, Object> counts(PaymentImport.Report report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (PayFipVerdict verdict : PayFipVerdict.values()) {
            counts.put(verdict.code(), report.count(verdict));
        }
        return counts;
    }
}
