package fr.perisco.domain.tariff;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All tariffs of an office. The grid in force on a day is the one with the latest first day among the unit's rows for the
 * family's residence; in it, of the rows that cover the child, the one with the greatest lower bound that the quotient
 * reaches (contract, rule 4.6).
 */
public final class TariffGrids {
    private record Key(long unitId, boolean resident) {}

    private final Map<Key, List<Tariff>> rows = new HashMap<>();
    private final Map<Key, List<Tariff>> formerRows = new HashMap<>();
    private final Set<Long> conditionalUnits = new HashSet<>();

    public TariffGrids(Collection<Tariff> tariffs) {
        this(tariffs, List.of());
    }

    /**
     * @param former rows of a time gone by: they price the days for which the tariffs have no grid any more
     */
    public TariffGrids(Collection<Tariff> tariffs, Collection<Tariff> former) {
        sort(tariffs, rows);
        sort(former, formerRows);
    }

    private void sort(Collection<Tariff> tariffs, Map<Key, List<Tariff>> rows) {
        for (Tariff tariff : tariffs) {
            if (!tariff.conditions().isNone()) {
                conditionalUnits.add(tariff.unitId());
            }
            for (boolean resident : new boolean[] {true, false}) {
                if (tariff.residency().covers(resident)) {
                    rows.computeIfAbsent(new Key(tariff.unitId(), resident), key -> new ArrayList<>())
                            .add(tariff);
                }
            }
        }
        rows.values().forEach(list -> list.sort(Comparator.comparing(Tariff::quotientFrom)));
    }

    /** The price of a day; empty when no row covers it. */
    public Optional<Quote> quote(
            long unitId, LocalDate day, boolean resident, @Nullable Money quotient, PricedChild child) {
        return inForce(unitId, day, resident).quote(quotient, child);
    }

    /** The grid in force on a day; without rows when none has begun. */
    public TariffGrid inForce(long unitId, LocalDate day, boolean resident) {
        Key key = new Key(unitId, resident);
        List<Tariff> grid = inForce(rows.getOrDefault(key, List.of()), day);
        return new TariffGrid(grid.isEmpty() ? inForce(formerRows.getOrDefault(key, List.of()), day) : grid);
    }

    private static List<Tariff> inForce(List<Tariff> all, LocalDate day) {
        Optional<LocalDate> latest = all.stream()
                .map(Tariff::validFrom)
                .filter(from -> !from.isAfter(day))
                .max(Comparator.naturalOrder());
        return latest.map(from -> all.stream()
                        .filter(tariff -> tariff.validFrom().equals(from))
                        .toList())
                .orElse(List.of());
    }

    /** Whether prices depend on the child, at some unit. */
    public boolean isByChild() {
        return !conditionalUnits.isEmpty();
    }

    /** Whether a unit's prices depend on the child. */
    public boolean isByChild(long unitId) {
        return conditionalUnits.contains(unitId);
    }

    /** The days on which a unit's grid may change. */
    public Stream<LocalDate> changes(long unitId) {
        return Stream.of(true, false)
                .map(resident -> new Key(unitId, resident))
                .flatMap(key -> Stream.of(rows, formerRows).flatMap(all -> all.getOrDefault(key, List.of()).stream()))
                .map(Tariff::validFrom)
                .distinct();
    }
}
