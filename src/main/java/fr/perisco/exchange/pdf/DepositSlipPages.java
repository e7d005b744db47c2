package fr.perisco.exchange.pdf;

import fr.perisco.domain.payment.DepositSlip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A deposit slip: its payments, numbered, how many they are and what they come to. */
final class DepositSlipPages {
    private static final float LETTERS = 9;

    private final DepositSlipDocument document;
    private final DepositSlip slip;
    private final Typesetter typesetter = new Typesetter();

    DepositSlipPages(DepositSlipDocument document) {
        this.document = document;
        this.slip = document.slip();
    }

    static String title(DepositSlip slip) {
        return DocumentWords.text("deposit.title." + slip.method().code(), Long.toString(slip.number()));
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        List<Grid.Column> columns = List.of(
                column("line", 12, true),
                column("payer", 62, false),
                column("family", 20, false),
                column("reference", 36, false),
                column("day", 22, false),
                column("amount", 28, true));
        Grid grid = new Grid(typesetter, columns, LETTERS);
        AmountLines lines = new AmountLines(grid);
        int number = 0;
        for (DepositSlip.Line line : slip.lines()) {
            lines.row(cells(++number, line), line.amount());
        }
        lines.sum(total(), slip.total());
        new ListPages(typesetter, titles(), grid, lines.lines(), lines.carried()).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("deposit.column." + key), width, number);
    }

    private static List<String> cells(int number, DepositSlip.Line line) {
        return List.of(
                FrenchForms.count(number),
                line.payoutId() == null ? line.payer() : DocumentWords.text("deposit.refund", line.payer()),
                line.familyCode(),
                line.reference(),
                FrenchForms.day(line.day()),
                FrenchForms.amount(line.amount()));
    }

    private String total() {
        int count = slip.lines().size();
        return DocumentWords.text(count == 1 ? "deposit.total.one" : "deposit.total", FrenchForms.count(count));
    }

    private ListPages.Titles titles() {
        List<String> lines = new ArrayList<>();
        lines.add(DocumentWords.text("deposit.made-on", FrenchForms.dayInWords(slip.madeOn())));
        lines.add(DocumentWords.text("deposit.sum", FrenchForms.amount(slip.total())));
        lines.add(DocumentWords.text("deposit.signature"));
        String address = document.office().addressInOneLine();
        return new ListPages.Titles(
                address.isEmpty() ? document.office().name() : document.office().name() + " – " + address,
                title(slip),
                lines,
                document.office().name() + " – " + title(slip));
    }
}
