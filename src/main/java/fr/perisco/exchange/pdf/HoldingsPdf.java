package fr.perisco.exchange.pdf;

import fr.perisco.domain.calendar.WrittenDay;
import fr.perisco.domain.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Prints all that is held of a family, a value a line. */
public final class HoldingsPdf {
    private static final float LETTERS = 8.5f;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-?\\d{2}");

    /**
     * @return the characters that no font has
     * @throws IOException when {@code out} can't be written
     */
    public MissingCharacters write(HoldingsDocument document, OutputStream out) throws IOException {
        String title = DocumentWords.text("holdings.title", document.family());
        PdfFile file = new PdfFile(out, title, document.heldOn());
        Typesetter typesetter = new Typesetter();
        Grid grid = new Grid(
                typesetter,
                List.of(
                        column("kind", 40, false),
                        column("place", 12, true),
                        column("field", 38, false),
                        column("value", 90, false)),
                LETTERS);
        List<ListPages.Line> lines = new ArrayList<>();
        for (HoldingsDocument.Entry entry : document.entries()) {
            lines.add(ListPages.Line.of(grid.row(
                    List.of(
                            DocumentWords.text("holdings.kind." + entry.kind()),
                            Integer.toString(entry.place()),
                            DocumentWords.text("holdings.field." + entry.field()),
                            written(entry.field(), entry.value())),
                    false)));
        }
        int count = document.entries().size();
        String rows = DocumentWords.text(count == 1 ? "list.row" : "list.rows", FrenchForms.count(count));
        lines.add(ListPages.Line.of(grid.strongRow(List.of(DocumentWords.text("faults.total"), "", "", rows))));
        new ListPages(
                        typesetter,
                        new ListPages.Titles(
                                document.office(),
                                title,
                                List.of(DocumentWords.text(
                                        "holdings.held-on", FrenchForms.dayInWords(document.heldOn()))),
                                DocumentWords.text("holdings.legend")),
                        grid,
                        lines)
                .drawTo(file);
        file.finish();
        return typesetter.missingCharacters();
    }

    /** As a family reads it: French words for codes, euros, days, yes or no. */
    private static String written(String field, String value) {
        if (field.endsWith("_cents")) {
            return FrenchForms.amount(Money.ofCents(Long.parseLong(value)));
        }
        if (field.equals("percent")) {
            return new BigDecimal(value).stripTrailingZeros().toPlainString().replace('.', ',');
        }
        if (field.startsWith("is_")) {
            return DocumentWords.text(value.equals("1") ? "holdings.yes" : "holdings.no");
        }
        if (field.equals("month") && MONTH.matcher(value).matches()) {
            return value.substring(value.length() - 2) + "/" + value.substring(0, 4);
        }
        if (field.equals("before") || field.equals("after")) {
            return word("state", value).orElseGet(() -> day(value));
        }
        return word(field, value).orElseGet(() -> field.endsWith("_on") ? day(value) : value);
    }

    private static Optional<String> word(String field, String code) {
        return DocumentWords.find("holdings.value." + field + "." + code);
    }

    private static String day(String value) {
        return WrittenDay.parse(value).map(FrenchForms::day).orElse(value);
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(DocumentWords.text("holdings.column." + key), width, number);
    }
}
