package fr.perisco.workflow;

import fr.perisco.domain.family.Departure;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.Parsed.Row;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Guardians whom an extraction names for a child and who are in none of its families. The office may have left them out on purpose, so
 * they are told, never added nor put in another guardian's place.
 */
final class OtherGuardians {
    private record Told(long line, String family) {}

    private final String source;
    private final Map<String, List<Departure>> departures;
    private final Set<Told> told = new HashSet<>();
    private final List<InputFault> notices = new ArrayList<>();

    /**
     * @param source the name of the guardians' file
     * @param departures who left which family by a separation, by the families' codes
     */
    OtherGuardians(String source, Map<String, List<Departure>> departures) {
        this.source = source;
        this.departures = departures;
    }

    /** Tells each once a family, whichever of its children the row names. */
    void judge(Row<NamedGuardian> row, Pupil pupil, Collection<Family> families) {
        NamedGuardian guardian = row.good();
        if (families.stream().anyMatch(family -> ExtractedContacts.named(family, guardian) != null)) {
            return;
        }
        for (Family family : families) {
            if (told.add(new Told(row.line(), family.code()))) {
                notices.add(new InputFault(source, row.line(), 0, reason(guardian, pupil, family)));
            }
        }
    }

    private Reason reason(NamedGuardian guardian, Pupil pupil, Family family) {
        Guardian second = family.second();
        if (hasLeft(family, guardian)) {
            return Reason.of("onde.guardian-departed", guardian.fullName(), pupil.fullName(), family.code());
        }
        if (second != null) {
            return Reason.of(
                    "onde.guardian-third",
                    guardian.fullName(),
                    pupil.fullName(),
                    family.code(),
                    family.guardian().fullName(),
                    second.fullName());
        }
        return Reason.of(
                livesElsewhere(guardian, family) ? "onde.guardian-elsewhere" : "onde.guardian-not-added",
                guardian.fullName(),
                pupil.fullName(),
                family.code(),
                family.guardian().fullName());
    }

    private boolean hasLeft(Family family, NamedGuardian guardian) {
        return departures.getOrDefault(family.code(), List.of()).stream()
                .flatMap(departure -> departure.known().stream())
                .anyMatch(departed -> ExtractedContacts.isNamed(departed, guardian));
    }

    private static boolean livesElsewhere(NamedGuardian guardian, Family family) {
        return !guardian.address().isEmpty()
                && !NameKey.of(guardian.address(), guardian.postcode())
                        .equals(NameKey.of(family.address(), family.postcode()));
    }

    List<InputFault> notices() {
        return notices;
    }
}
