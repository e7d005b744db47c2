package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.PayFipOutcome;
import fr.perisco.domain.payment.PayFipVerdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A reconciliation: a section a verdict, with its rows, how many they are and what they come to. */
final class ReconciliationPages {
    private static final float LETTERS = 8.5f;

    private final ReconciliationDocument document;
    private final Typesetter typesetter = new Typesetter();

    ReconciliationPages(ReconciliationDocument document) {
        this.document = document;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        List<Grid.Column> columns = List.of(
                column("line", 13, true),
                column("invoice", 34, false),
                column("family", 23, false),
                column("day", 20, false),
                column("reference", 32, false),
                column("settled", 19, true),
                column("credit", 18, true),
                column("amount", 21, true));
        Grid grid = new Grid(typesetter, columns, LETTERS);
        AmountLines lines = new AmountLines(grid);
        Money total = Money.ZERO;
        for (PayFipVerdict verdict : PayFipVerdict.values()) {
            total = total.plus(addSection(lines, verdict));
        }
        lines.sum(
                DocumentWords.text(
                        "reconciliation.total", rows(document.entries().size())),
                total);
        new ListPages(typesetter, titles(), grid, lines.lines(), lines.carried()).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("reconciliation.column." + key), width, number);
    }

    private Money addSection(AmountLines lines, PayFipVerdict verdict) {
        List<ReconciliationDocument.Entry> entries = document.entries().stream()
                .filter(entry -> entry.outcome().verdict() == verdict)
                .toList();
        String name = DocumentWords.text("reconciliation.verdict." + verdict.code());
        if (!entries.isEmpty()) {
            lines.title(name);
        }
        Money sum = Money.ZERO;
        for (ReconciliationDocument.Entry entry : entries) {
            Money amount = entry.outcome().notification().montant();
            lines.row(cells(entry), amount);
            sum = sum.plus(amount);
        }
        lines.sum(DocumentWords.text("reconciliation.sum", name, rows(entries.size())), sum);
        return sum;
    }

    private static String rows(int count) {
        return DocumentWords.text(count == 1 ? "list.row" : "list.rows", FrenchForms.count(count));
    }

    private static List<String> cells(ReconciliationDocument.Entry entry) {
        PayFipOutcome outcome = entry.outcome();
        PayFipNotification told = outcome.notification();
        return List.of(
                Long.toString(entry.line()),
                told.refdet(),
                family(outcome),
                told.dattrans() == null ? "" : FrenchForms.day(told.dattrans()),
                told.reference(),
                FrenchForms.amount(outcome.settled()),
                FrenchForms.amount(outcome.credit()),
                FrenchForms.amount(told.montant()));
    }

    private static String family(PayFipOutcome outcome) {
        OpenInvoice invoice = outcome.invoice();
        if (invoice != null) {
            return invoice.familyCode();
        }
        return outcome.verdict() == PayFipVerdict.WRONG_CLIENT
                ? DocumentWords.text(
                        "reconciliation.client", outcome.notification().numcli())
                : "";
    }

    private ListPages.Titles titles() {
        List<String> lines = new ArrayList<>();
        lines.add(DocumentWords.text("reconciliation.source", document.source()));
        lines.add(DocumentWords.text("reconciliation.read-on", FrenchForms.dayInWords(document.readOn())));
        if (document.rejected() > 0) {
            lines.add(DocumentWords.text("reconciliation.rejected", FrenchForms.count(document.rejected())));
        }
        return new ListPages.Titles(
                document.office(),
                DocumentWords.text("reconciliation.title"),
                lines,
                DocumentWords.text("reconciliation.legend"));
    }
}
