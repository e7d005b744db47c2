package fr.perisco.domain.report;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.Tariff;
import java.util.Comparator;

/**
 * What was billed by one row of the tariff.
 *
 * @param surcharge whether it is the row's surcharge for days attended without booking
 * @param quantity days less days taken back; a surcharge counts none
 */
public record TariffRevenue(Unit unit, Tariff tariff, boolean surcharge, int quantity, Money amount) {
    /** By activity, unit, first day, residence, quotient; a surcharge after its price. */
    public static final Comparator<TariffRevenue> ORDER = Comparator.<TariffRevenue, String>comparing(
                    row -> row.unit().activity().code())
            .thenComparing(row -> row.unit().code())
            .thenComparing(row -> row.tariff().validFrom())
            .thenComparing(row -> row.tariff().residency())
            .thenComparing(row -> row.tariff().quotientFrom())
            .thenComparing(row -> row.tariff().conditions().written())
            .thenComparing(TariffRevenue::surcharge)
            .thenComparing(row -> row.tariff().id());

    /** The same row's, added up. */
    public TariffRevenue plus(TariffRevenue other) {
        return new TariffRevenue(unit, tariff, surcharge, quantity + other.quantity, amount.plus(other.amount));
    }
}
