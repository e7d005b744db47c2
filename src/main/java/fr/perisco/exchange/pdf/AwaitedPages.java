package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.AwaitedPayment;
import fr.perisco.domain.payment.PayFipAttempt;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** References that wait for money: those where an attempt failed first, then those that are overdue, then the others. */
final class AwaitedPages {
    private static final float LETTERS = 8.5f;

    private final AwaitedDocument document;
    private final Typesetter typesetter = new Typesetter();

    AwaitedPages(AwaitedDocument document) {
        this.document = document;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        List<Grid.Column> columns = List.of(
                column("invoice", 27, false),
                column("family", 48, false),
                column("issued", 19, false),
                column("due", 19, false),
                column("overdue", 13, true),
                column("attempt", 31, false),
                column("amount", 23, true));
        Grid grid = new Grid(typesetter, columns, LETTERS);
        AmountLines lines = new AmountLines(grid);
        addSection(lines, "attempted", of -> of.attempt() != null);
        addSection(lines, "overdue", of -> of.attempt() == null && of.daysOverdue(document.today()) > 0);
        addSection(lines, "waiting", of -> of.attempt() == null && of.daysOverdue(document.today()) == 0);
        lines.sum(
                DocumentWords.text("awaited.total", rows(document.payments().size())),
                document.payments().stream().map(AwaitedPayment::balance).reduce(Money.ZERO, Money::plus));
        new ListPages(typesetter, titles(), grid, lines.lines(), lines.carried()).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("awaited.column." + key), width, number);
    }

    private void addSection(AmountLines lines, String key, Predicate<AwaitedPayment> ofSection) {
        List<AwaitedPayment> payments =
                document.payments().stream().filter(ofSection).toList();
        if (payments.isEmpty()) {
            return;
        }
        String name = DocumentWords.text("awaited.section." + key);
        lines.title(name);
        payments.forEach(payment -> lines.row(cells(payment), payment.balance()));
        lines.sum(
                DocumentWords.text("awaited.sum", name, rows(payments.size())),
                payments.stream().map(AwaitedPayment::balance).reduce(Money.ZERO, Money::plus));
    }

    private static String rows(int count) {
        return DocumentWords.text(count == 1 ? "list.row" : "list.rows", FrenchForms.count(count));
    }

    private List<String> cells(AwaitedPayment payment) {
        long overdue = payment.daysOverdue(document.today());
        return List.of(
                payment.invoice().number(),
                payment.invoice().familyCode() + " " + payment.invoice().familyName(),
                FrenchForms.day(payment.invoice().issuedOn()),
                FrenchForms.day(payment.invoice().dueOn()),
                overdue == 0 ? "" : DocumentWords.text("awaited.days", Long.toString(overdue)),
                payment.attempt() == null ? "" : attempt(payment.attempt()),
                FrenchForms.amount(payment.balance()));
    }

    private static String attempt(PayFipAttempt attempt) {
        return DocumentWords.text(
                "awaited.attempt." + attempt.code(),
                FrenchForms.day(attempt.at().toLocalDate()),
                FrenchForms.time(attempt.at().toLocalTime()));
    }

    private ListPages.Titles titles() {
        return new ListPages.Titles(
                document.office(),
                DocumentWords.text("awaited.title"),
                List.of(DocumentWords.text("awaited.as-of", FrenchForms.dayInWords(document.today()))),
                DocumentWords.text("awaited.legend"));
    }
}
