package fr.perisco.workflow;

import fr.perisco.domain.family.Departure;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.exchange.csv.FamilyCsv.FamilyRow;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.Parsed.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keeps guardians who left their families by a separation out of these when an older file still names them there, and says so. */
final class DepartedGuardians {
    private final Parsed<FamilyRow> file;
    private final Map<String, List<Departure>> departures;
    private final List<InputFault> notices = new ArrayList<>();

    /**
     * @param departures by the codes of the families that were left
     */
    DepartedGuardians(Parsed<FamilyRow> file, Map<String, List<Departure>> departures) {
        this.file = file;
        this.departures = departures;
    }

    /** What a row tells of a family, without a guardian who left it. */
    Family keepOut(Row<FamilyRow> row, Family told, Family before) {
        Family kept = told;
        for (Departure departure : departures.getOrDefault(told.code(), List.of())) {
            Family next = departure.keepOut(kept, before);
            if (!next.equals(kept)) {
                notices.add(notice(row, departure, kept, next));
                kept = next;
            }
        }
        return kept;
    }

    private InputFault notice(Row<FamilyRow> row, Departure departure, Family told, Family kept) {
        boolean isReference = !told.guardian().equals(kept.guardian());
        Guardian returning = isReference ? told.guardian() : Objects.requireNonNull(told.second());
        return file.notice(
                row,
                isReference ? "guardian_last_name" : "guardian2_last_name",
                departure.isForgotten() ? "families.departed-erased" : "families.departed",
                returning.fullName(),
                departure.family(),
                departure.into(),
                departure.from());
    }

    /** What was kept out, in the order of the file. */
    List<InputFault> notices() {
        return notices;
    }
}
