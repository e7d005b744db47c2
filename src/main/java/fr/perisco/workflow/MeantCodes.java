package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.reason.NearWords;
import fr.perisco.domain.reason.Reason;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.SetupStore;
import java.util.List;

/** The known codes that somebody may have meant who typed one that names nothing. */
public final class MeantCodes {
    private final Office office;
    private final FamilyStore families;
    private final SetupStore setup;

    public MeantCodes(Office office) {
        this.office = office;
        this.families = new FamilyStore(office.database());
        this.setup = new SetupStore(office.database());
    }

    /** Whether the reason is that a code names nothing, among codes that people type by heart. */
    public static boolean knows(Reason reason) {
        return switch (reason.code()) {
            case "unknown.family",
                    "unknown.child",
                    "unknown.activity",
                    "unknown.unit",
                    "unknown.unit-anywhere",
                    "unknown.school" -> true;
            default -> false;
        };
    }

    /**
     * @param reason one that this class knows: its first detail is the code as it was typed
     * @return the nearest codes first, at most three; none when none is near
     */
    public List<String> near(Reason reason) {
        String typed = String.valueOf(reason.details().get(0));
        return office.read(() -> near(reason, typed));
    }

    private List<String> near(Reason reason, String typed) {
        return switch (reason.code()) {
            case "unknown.family" ->
                NearWords.of(typed, families.familyCodesEver()).stream()
                        .filter(code -> families.familyId(code).isPresent())
                        .toList();
            case "unknown.child" ->
                NearWords.of(typed, families.childCodesEver()).stream()
                        .filter(code -> families.child(code).isPresent())
                        .toList();
            case "unknown.activity" ->
                NearWords.of(
                        typed, setup.activities().stream().map(Activity::code).toList());
            case "unknown.unit" ->
                NearWords.of(
                        typed,
                        setup.units().stream()
                                .filter(unit -> unit.activity()
                                        .code()
                                        .equals(String.valueOf(reason.details().get(1))))
                                .map(Unit::code)
                                .toList());
            case "unknown.unit-anywhere" ->
                NearWords.of(typed, setup.units().stream().map(Unit::code).toList());
            case "unknown.school" ->
                NearWords.of(
                        typed,
                        setup.schools().stream().map(school -> school.code()).toList());
            default -> List.of();
        };
    }
}
