package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/** The lines of a list of amounts: titles across the page, rows, and sums; what the rows come to is carried over to the next page. */
final class AmountLines {
    private final Grid grid;
    private final List<ListPages.Line> lines = new ArrayList<>();
    private final List<Money> carried = new ArrayList<>(List.of(Money.ZERO));

    /**
     * @param grid its last column holds the amount
     */
    AmountLines(Grid grid) {
        this.grid = grid;
    }

    List<ListPages.Line> lines() {
        return lines;
    }

    /** A title of the rows that follow. */
    void title(String text) {
        add(across(text, "", true), Money.ZERO);
    }

    /**
     * @param cells one a column, the amount last
     */
    void row(List<String> cells, Money amount) {
        add(ListPages.Line.of(grid.row(cells, false)), amount);
    }

    /** What rows above come to. */
    void sum(String text, Money amount) {
        add(across(text, FrenchForms.amount(amount), false), Money.ZERO);
    }

    /** A sentence where there is nothing to list. */
    void sentence(String text) {
        add(across(text, "", false), Money.ZERO);
    }

    private void add(ListPages.Line line, Money amount) {
        lines.add(line);
        carried.add(carried.get(carried.size() - 1).plus(amount));
    }

    ListPages.Carried carried() {
        return new ListPages.Carried() {
            @Override
            public ListPages.Line atFoot(int before) {
                return across(
                        DocumentWords.text("list.carried-forward"), FrenchForms.amount(carried.get(before)), false);
            }

            @Override
            public ListPages.Line atHead(int before) {
                return across(
                        DocumentWords.text("list.brought-forward"), FrenchForms.amount(carried.get(before)), false);
            }
        };
    }

    private ListPages.Line across(String text, String amount, boolean keptWithNext) {
        return new ListPages.Line(grid.wideRow(text, amount), keptWithNext, ListPages.Marks.NONE);
    }
}
