package fr.perisco.workflow;

import fr.perisco.domain.family.Departure;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.exchange.csv.FamilyCsv.FamilyRow;
import fr.perisco.exchange.csv.Parsed.Row;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps guardians who left their families by a separation out of these when an older file still names them there, and says so. */
final class DepartedGuardians {
    private final FamilyNotices notices;
    private final Map<String, List<Departure>> departures;

    /**
     * @param departures by the codes of the families that were left
     */
    DepartedGuardians(FamilyNotices notices, Map<String, List<Departure>> departures) {
        this.notices = notices;
        this.departures = departures;
    }

    /** What a row tells of a family, without a guardian who left it. */
    Family keepOut(Row<FamilyRow> row, Family told, Family before) {
        Family kept = told;
        for (Departure departure : departures.getOrDefault(told.code(), List.of())) {
            Family next = departure.keepOut(kept, before);
            if (!next.equals(kept)) {
                note(row, departure, kept, next);
                kept = next;
            }
        }
        return kept;
    }

    private void note(Row<FamilyRow> row, Departure departure, Family told, Family kept) {
        boolean isReference = !told.guardian().equals(kept.guardian());
        Guardian returning = isReference ? told.guardian() : Objects.requireNonNull(told.second());
        notices.add(
                row,
                isReference ? "guardian_last_name" : "guardian2_last_name",
                departure.isForgotten() ? "families.departed-erased" : "families.departed",
                returning.fullName(),
                departure.family(),
                departure.into(),
                departure.from());
    }
}
