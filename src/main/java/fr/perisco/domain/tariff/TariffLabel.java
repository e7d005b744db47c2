package fr.perisco.domain.tariff;

import java.util.ArrayList;
import java.util.List;

/** Names a row of a tariff as lists for scripts do. */
public final class TariffLabel {
    private TariffLabel() {}

    /** First day, band and conditions of a row, and its price or its surcharge: {@code 2016-09-01 300.00+ price=3.50}. */
    public static String of(Tariff tariff, boolean surcharge) {
        List<String> parts = new ArrayList<>();
        parts.add(tariff.validFrom() + " " + tariff.quotientFrom() + "+");
        if (tariff.residency() != Residency.BOTH) {
            parts.add("resident=" + tariff.residency().code());
        }
        if (!tariff.conditions().isNone()) {
            parts.add(tariff.conditions().written());
        }
        if (surcharge) {
            parts.add("surcharge=" + tariff.unbookedSurcharge());
        } else {
            parts.add(tariff.ratePercent().map(rate -> "rate=" + rate).orElse("price=" + tariff.price()));
        }
        return String.join(" ", parts);
    }
}
