package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.StatementCheck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between a statement and the payments that the office holds: a section a kind of difference. */
final class StatementPages {
    private static final float LETTERS = 8.5f;

    private final StatementDocument document;
    private final Typesetter typesetter = new Typesetter();

    StatementPages(StatementDocument document) {
        this.document = document;
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        List<Grid.Column> columns = List.of(
                column("invoice", 36, false),
                column("family", 22, false),
                column("day", 20, false),
                column("time", 15, false),
                column("reference", 35, false),
                column("told", 26, true),
                column("held", 26, true));
        Grid grid = new Grid(typesetter, columns, LETTERS);
        AmountLines lines = new AmountLines(grid);
        for (StatementCheck.Kind kind : StatementCheck.Kind.values()) {
            addSection(lines, kind);
        }
        lines.sum(
                DocumentWords.text(
                        "statement.agreeing", FrenchForms.count(document.check().agreeing())),
                document.check().agreed());
        new ListPages(typesetter, titles(), grid, lines.lines()).drawTo(file);
        return typesetter.missingCharacters();
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("statement.column." + key), width, number);
    }

    private void addSection(AmountLines lines, StatementCheck.Kind kind) {
        List<StatementCheck.Difference> differences = document.check().differences().stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
        String name = DocumentWords.text("statement.kind." + kind.code());
        if (!differences.isEmpty()) {
            lines.title(name);
        }
        Money sum = Money.ZERO;
        for (StatementCheck.Difference difference : differences) {
            lines.row(cells(difference), Money.ZERO);
            sum = sum.plus(value(difference));
        }
        lines.sum(
                DocumentWords.text(
                        "statement.sum",
                        name,
                        DocumentWords.text(
                                differences.size() == 1 ? "list.row" : "list.rows",
                                FrenchForms.count(differences.size()))),
                sum);
    }

    /** What is missing; where both have an amount, what the statement has more. */
    private static Money value(StatementCheck.Difference difference) {
        Money told = difference.told();
        Money held = difference.held();
        return told != null && held != null ? told.minus(held) : Objects.requireNonNull(told == null ? held : told);
    }

    private static List<String> cells(StatementCheck.Difference difference) {
        return List.of(
                difference.refdet(),
                Objects.requireNonNullElse(difference.familyCode(), ""),
                FrenchForms.day(difference.day()),
                difference.time() == null ? "" : FrenchForms.time(difference.time()),
                difference.reference(),
                amount(difference.told()),
                amount(difference.held()));
    }

    private static String amount(@Nullable Money amount) {
        return amount == null ? "–" : FrenchForms.amount(amount);
    }

    private ListPages.Titles titles() {
        List<String> lines = new ArrayList<>();
        lines.add(DocumentWords.text("reconciliation.source", document.source()));
        document.check()
                .span()
                .ifPresent(span -> lines.add(DocumentWords.text(
                        "journal.period", FrenchForms.day(span.from()), FrenchForms.day(span.to()))));
        return new ListPages.Titles(
                document.office(),
                DocumentWords.text("statement.title"),
                lines,
                DocumentWords.text("statement.legend"));
    }
}
