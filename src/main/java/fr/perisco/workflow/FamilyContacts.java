package fr.perisco.workflow;

import fr.perisco.domain.credential.Login;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes that a family moves, and how its guardians are reached. */
public final class FamilyContacts {
    /**
     * A new address; null leaves a part of it as it is.
     *
     * @param resident whether the family lives in the town from then on
     * @param from the first day of that; null for today
     */
    public record Home(
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable Boolean resident,
            @Nullable LocalDate from) {}

    /** What is told of a guardian; null leaves a field as it is. */
    public record Contact(
            @Nullable String civility,
            @Nullable String lastName,
            @Nullable String firstName,
            @Nullable String email,
            @Nullable String phone) {}

    /**
     * @param changed the fields that took another value; none when all was known
     * @param loginBefore with what the family logged in
     * @param login with what it logs in now; empty when it cannot
     * @param hints what may still have to be told
     */
    public record Report(List<FieldChange> changed, String loginBefore, String login, List<Reason> hints) {
        public Report {
            changed = List.copyOf(changed);
            hints = List.copyOf(hints);
        }

        public boolean movesLogin() {
            return !loginBefore.equals(login);
        }
    }

    private final Office office;

    public FamilyContacts(Office office) {
        this.office = office;
    }

    /**
     * @throws Misused when nothing is told, or a text is none that an address holds
     * @throws Refused when the family is unknown, or was merged into another
     */
    public Report move(String code, Home home) {
        return office.act("family move", null, journal -> {
            StoredFamily stored = FamilyMerge.goingOn(office, code);
            Family before = stored.family();
            Family after = before.at(
                    told(home.address(), before.address()),
                    told(home.postcode(), before.postcode()),
                    told(home.city(), before.city()));
            FamilyChanges changes = new FamilyChanges(office.database());
            keep(stored, after, changes);
            LocalDate from = home.from() == null ? office.today() : home.from();
            boolean was =
                    new FamilyStore(office.database()).residencyOf(stored.id()).isResidentOn(from);
            Boolean resident = home.resident();
            if (resident != null && was != resident) {
                changes.residence(stored.id(), from, resident);
                changes.audit(new FieldChange("family", code, "resident", yesNo(was), yesNo(resident) + " " + from));
            }
            changes.save(journal);
            List<Reason> hints = resident == null && keepsDoubtfulResidence(before.city(), after.city(), was)
                    ? List.of(Reason.of(
                            was ? "move.still-resident" : "move.still-outside", code, after.city(), from.toString()))
                    : List.of();
            return new Report(changes.audited(), before.login(), after.login(), hints);
        });
    }

    /**
     * Changes how a guardian is reached; a second one may be new.
     *
     * @param rank 1 for the reference guardian, 2 for the other
     * @throws Misused when a text is no e-mail address, or none that a name holds
     * @throws Refused when the family is unknown or was merged into another, a new guardian has no last name, or another family logs in with the address
     */
    public Report reach(String code, int rank, Contact contact) {
        return office.act("family contact", null, journal -> {
            StoredFamily stored = FamilyMerge.goingOn(office, code);
            Family before = stored.family();
            Guardian second = before.second();
            Guardian guardian =
                    rank == 1 ? before.guardian() : second == null ? new Guardian(2, "", "", "", "", "") : second;
            Guardian after = new Guardian(
                    rank,
                    told(contact.civility(), guardian.civility()),
                    told(contact.lastName(), guardian.lastName()),
                    told(contact.firstName(), guardian.firstName()),
                    email(told(contact.email(), guardian.email())),
                    told(contact.phone(), guardian.phone()));
            if (after.lastName().isEmpty()) {
                throw Refused.because("contact.nameless", code, rank);
            }
            Family family =
                    rank == 1 ? before.withGuardians(after, second) : before.withGuardians(before.guardian(), after);
            requireFree(family);
            FamilyChanges changes = new FamilyChanges(office.database());
            keep(stored, family, changes);
            changes.save(journal);
            return new Report(changes.audited(), before.login(), family.login(), List.of());
        });
    }

    /** Whether a family comes to or leaves the office's town, prices go by that, and it counts as before. */
    private boolean keepsDoubtfulResidence(String before, String after, boolean resident) {
        SetupStore setup = new SetupStore(office.database());
        String town = NameKey.of(setup.settings().get("office.city"));
        String there = NameKey.of(after);
        boolean isOtherTown = !there.isEmpty() && !there.equals(NameKey.of(before));
        boolean isDoubtful = town.isEmpty() || there.equals(town) != resident;
        return isOtherTown
                && isDoubtful
                && setup.tariffs().stream().anyMatch(tariff -> tariff.residency() != Residency.BOTH);
    }

    private static void keep(StoredFamily stored, Family after, FamilyChanges changes) {
        if (!after.equals(stored.family())) {
            changes.change(stored.id(), after);
            after.changesSince(stored.family()).forEach(changes::audit);
        }
    }

    private void requireFree(Family family) {
        if (family.login().isEmpty()) {
            return;
        }
        FamilyRegister.read(office.database(), office.today()).families().values().stream()
                .map(FamilyRegister.KnownFamily::family)
                .filter(other ->
                        other.login().equals(family.login()) && !other.code().equals(family.code()))
                .findFirst()
                .ifPresent(other -> {
                    throw Refused.because("contact.login-taken", family.login(), other.code());
                });
    }

    private static String email(String text) {
        if (!text.isEmpty() && !Login.isEmail(text)) {
            throw Misused.because("contact.email", text);
        }
        return text;
    }

    private static String told(@Nullable String text, String before) {
        if (text == null) {
            return before;
        }
        return TypedText.of(text);
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
