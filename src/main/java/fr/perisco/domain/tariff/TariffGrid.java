package fr.perisco.domain.tariff;

import fr.perisco.domain.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one unit that are in force together for families of one residence.
 *
 * @param rows by rising band
 */
public record TariffGrid(List<Tariff> rows) {
    public TariffGrid {
        rows = List.copyOf(rows);
    }

    /**
     * The price for a quotient: of the rows that cover the child, the one with the greatest lower bound that it reaches
     * (contract, rule 4.6).
     *
     * @param quotient null where none is known: the grid's highest price
     * @return empty when no row covers it
     */
    public Optional<Quote> quote(@Nullable Money quotient, PricedChild child) {
        if (quotient == null) {
            return rows.stream()
                    .filter(row -> row.conditions().covers(child))
                    .max(Comparator.comparing(Tariff::highestPrice))
                    .map(tariff -> new Quote(tariff, tariff.highestPrice(), true));
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            Tariff row = rows.get(i);
            if (row.quotientFrom().compareTo(quotient) <= 0 && row.conditions().covers(child)) {
                return Optional.of(new Quote(row, row.priceFor(quotient), false));
            }
        }
        return Optional.empty();
    }
}
