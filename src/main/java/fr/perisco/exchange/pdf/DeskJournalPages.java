package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.DeskJournal;
import fr.perisco.domain.payment.DeskOperation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The journal of the payment desk: a title a day and method, its operations, what they come to; in the end what each method came to. */
final class DeskJournalPages {
    private static final float LETTERS = 8.5f;

    private final DeskJournalDocument document;
    private final Typesetter typesetter = new Typesetter();

    DeskJournalPages(DeskJournalDocument document) {
        this.document = document;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        List<Grid.Column> columns = List.of(
                column("time", 14, false),
                column("operation", 36, false),
                column("family", 19, false),
                column("payer", 51, false),
                column("reference", 34, false),
                column("amount", 26, true));
        Grid grid = new Grid(typesetter, columns, LETTERS);
        AmountLines lines = new AmountLines(grid);
        addDays(lines);
        addEnd(lines);
        new ListPages(typesetter, titles(), grid, lines.lines(), lines.carried()).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("journal.column." + key), width, number);
    }

    private void addDays(AmountLines lines) {
        List<DeskOperation> operations = document.journal().operations();
        List<DeskJournal.DaySum> sums = document.journal().byDay();
        int next = 0;
        Money ofDay = Money.ZERO;
        for (int i = 0; i < sums.size(); i++) {
            DeskJournal.DaySum of = sums.get(i);
            String method = DocumentWords.text("method." + of.sum().method().code());
            lines.title(DocumentWords.text("journal.title-of", FrenchForms.dayInWords(of.day()), method));
            for (int end = next + of.sum().operations(); next < end; next++) {
                lines.row(cells(operations.get(next)), operations.get(next).amount());
            }
            lines.sum(
                    DocumentWords.text("journal.sum", method, count(of.sum().operations())),
                    of.sum().total());
            ofDay = ofDay.plus(of.sum().total());
            if (i + 1 == sums.size() || !sums.get(i + 1).day().equals(of.day())) {
                lines.sum(DocumentWords.text("journal.sum-of-day", FrenchForms.dayInWords(of.day())), ofDay);
                ofDay = Money.ZERO;
            }
        }
    }

    private void addEnd(AmountLines lines) {
        List<DeskOperation> operations = document.journal().operations();
        if (operations.isEmpty()) {
            lines.sentence(DocumentWords.text("journal.nothing"));
        } else {
            lines.title(DocumentWords.text("journal.recap"));
        }
        for (DeskJournal.Sum sum : document.journal().byMethod()) {
            String method = DocumentWords.text("method." + sum.method().code());
            lines.sum(
                    sum.out().isNegative()
                            ? DocumentWords.text(
                                    "journal.in-and-out",
                                    method,
                                    count(sum.operations()),
                                    FrenchForms.amount(sum.in()),
                                    FrenchForms.amountWithoutSign(sum.out()))
                            : DocumentWords.text("journal.in", method, count(sum.operations())),
                    sum.total());
        }
        lines.sum(
                DocumentWords.text("journal.total", count(operations.size())),
                document.journal().total());
    }

    private static String count(int operations) {
        return DocumentWords.text(
                operations == 1 ? "journal.operation" : "journal.operations", FrenchForms.count(operations));
    }

    private static List<String> cells(DeskOperation operation) {
        return List.of(
                operation.time() == null ? "" : FrenchForms.time(operation.time()),
                DocumentWords.text("journal.kind." + operation.kind().code(), Long.toString(operation.number())),
                operation.familyCode(),
                operation.payer(),
                operation.reference(),
                FrenchForms.amount(operation.amount()));
    }

    private ListPages.Titles titles() {
        List<String> lines = new ArrayList<>();
        LocalDate first = document.firstDay();
        LocalDate last = document.lastDay();
        if (first != null && first.equals(last)) {
            lines.add(FrenchForms.dayInWords(first));
        } else if (first != null && last != null) {
            lines.add(DocumentWords.text("journal.period", FrenchForms.day(first), FrenchForms.day(last)));
        } else if (first != null) {
            lines.add(DocumentWords.text("journal.since", FrenchForms.day(first)));
        } else if (last != null) {
            lines.add(DocumentWords.text("journal.until", FrenchForms.day(last)));
        }
        if (document.method() != null) {
            lines.add(DocumentWords.text(
                    "journal.method",
                    DocumentWords.text("method." + document.method().code())));
        }
        if (document.familyCode() != null) {
            lines.add(DocumentWords.text("journal.family", document.familyCode()));
        }
        return new ListPages.Titles(
                document.office(), DocumentWords.text("journal.title"), lines, DocumentWords.text("journal.legend"));
    }
}
