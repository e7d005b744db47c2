package fr.perisco.exchange.pdf;

import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.recovery.TreasuryList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list for the treasury: debtor by debtor with the invoices, a sum where there are several, the total at the end. */
final class TreasuryPages {
    private final OfficeHead office;
    private final TreasuryList list;
    private final Typesetter typesetter = new Typesetter();
    private final Grid grid = new Grid(
            typesetter,
            List.of(
                    new Grid.Column(DocumentWords.text("treasury.column.debtor"), 59, false),
                    new Grid.Column(DocumentWords.text("treasury.column.invoice"), 23, false),
                    new Grid.Column(DocumentWords.text("treasury.column.month"), 26, false),
                    new Grid.Column(DocumentWords.text("treasury.column.due"), 19, false),
                    new Grid.Column(DocumentWords.text("treasury.column.reminded"), 29, false),
                    new Grid.Column(DocumentWords.text("treasury.column.amount"), 24, true)),
            8.5f);

    TreasuryPages(OfficeHead office, TreasuryList list) {
        this.office = office;
        this.list = list;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        List<ListPages.Line> lines = new ArrayList<>();
        list.debtors().forEach(debtor -> add(lines, debtor));
        lines.add(ListPages.Line.of(grid.strongRow(List.of(
                DocumentWords.text(
                        "treasury.total", FrenchForms.count(list.debtors().size()), FrenchForms.count(list.invoices())),
                "",
                "",
                "",
                "",
                FrenchForms.amount(list.total())))));
        new ListPages(typesetter, titles(), grid, lines).drawTo(file);
        return typesetter.missingCharacters();
    }

    private ListPages.Titles titles() {
        return new ListPages.Titles(
                office.name(),
                DocumentWords.text("treasury.title"),
                List.of(DocumentWords.text(
                        "treasury.list", Long.toString(list.id()), FrenchForms.dayInWords(list.madeOn()))),
                DocumentWords.text("treasury.legend"));
    }

    private void add(List<ListPages.Line> lines, TreasuryList.Debtor debtor) {
        boolean several = debtor.claims().size() > 1;
        String name = debtor(debtor);
        for (TreasuryList.Claim claim : debtor.claims()) {
            lines.add(new ListPages.Line(grid.row(cells(name, claim), false), several, ListPages.Marks.NONE));
            name = "";
        }
        if (several) {
            lines.add(ListPages.Line.of(grid.strongRow(List.of(
                    DocumentWords.text("treasury.debtor-total", debtor.familyCode()),
                    "",
                    "",
                    "",
                    "",
                    FrenchForms.amount(debtor.total())))));
        }
    }

    private static List<String> cells(String debtor, TreasuryList.Claim claim) {
        return List.of(
                debtor,
                claim.number(),
                FrenchForms.month(claim.month()),
                FrenchForms.day(claim.dueOn()),
                claim.remindedOn() == null
                        ? DocumentWords.text("treasury.never-reminded")
                        : DocumentWords.text(
                                "treasury.reminded",
                                Integer.toString(claim.level()),
                                FrenchForms.day(claim.remindedOn())),
                FrenchForms.amount(claim.balance()));
    }

    private static String debtor(TreasuryList.Debtor debtor) {
        Recipient recipient = debtor.recipient();
        return Stream.of(
                        recipient.name(),
                        recipient.address(),
                        (recipient.postcode() + " " + recipient.city()).strip(),
                        debtor.familyCode())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(", "));
    }
}
