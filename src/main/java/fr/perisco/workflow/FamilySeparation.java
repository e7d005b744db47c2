package fr.perisco.workflow;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.CodeSequence;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.reason.Misused;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.exchange.csv.CsvRow;
import fr.perisco.store.CredentialStore;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.Journal;
import fr.perisco.store.MembershipStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RollStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The second guardian of a family leaves it and has a family of its own from then on; the children belong to both. */
public final class FamilySeparation {
    /**
     * What is asked for; null where nothing is told.
     *
     * @param family the family that the second guardian leaves
     * @param code of the new family; null for the next one in the sequence of the families' codes
     * @param from first day of the new family; null for today
     * @param resident whether the new family lives in the town; null for as the other one does
     */
    public record Order(
            String family,
            @Nullable String code,
            @Nullable LocalDate from,
            @Nullable String address,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable Boolean resident) {}

    /**
     * A registration that the family goes on to pay.
     *
     * @param from the first day on which the new family could pay a part of it
     */
    public record Paid(String child, String activity, LocalDate from) {}

    /**
     * @param children who belong to both families from the day on
     * @param takenBy code of the family that logs in with the guardian's e-mail already; null when it is free
     * @param email the guardian's e-mail, taken or not; empty when it has none
     * @param mayKnowPassword whether the family that was left has a password, which the guardian may know
     */
    public record Report(
            Family family,
            LocalDate from,
            boolean resident,
            List<Child> children,
            List<Paid> paid,
            @Nullable String takenBy,
            String email,
            boolean mayKnowPassword) {}

    private final Office office;
    private final FamilyStore families;

    public FamilySeparation(Office office) {
        this.office = office;
        this.families = new FamilyStore(office.database());
    }

    /**
     * @throws Misused when the code or a text is none
     * @throws Refused when the family is unknown, was merged or erased, has no second guardian, or the code was used already
     */
    public Report separate(Order order) {
        return office.act("family separate", null, journal -> {
            StoredFamily stored = FamilyMerge.goingOn(office, order.family());
            Family before = stored.family();
            Guardian second = before.second();
            if (second == null) {
                throw Refused.because("separate.no-second", order.family());
            }
            LocalDate from = order.from() == null ? office.today() : order.from();
            Map<String, String> logins = new RollStore(office.database()).logins();
            Guardian alone = new Guardian(
                    1, second.civility(), second.lastName(), second.firstName(), second.email(), second.phone());
            Family made = made(order, alone);
            String takenBy = made.login().isEmpty() ? null : logins.get(made.login());
            if (takenBy != null) {
                made = made.withGuardians(alone.reachedAt("", alone.phone()), null);
            }
            Family left = before.withGuardians(before.guardian(), null);
            boolean resident =
                    order.resident() == null ? families.residencyOf(stored.id()).isResidentOn(from) : order.resident();
            FamilyChanges changes = new FamilyChanges(office.database());
            changes.change(stored.id(), left);
            left.changesSince(before).forEach(changes::audit);
            changes.audit(new FieldChange("family", before.code(), "separated_into", null, made.code() + " " + from));
            long id = changes.add(made);
            changes.residence(id, from, resident);
            changes.save(journal);
            List<Child> children = share(stored, id, made.code(), from, journal);
            return new Report(
                    made,
                    from,
                    resident,
                    children,
                    paid(children, stored, from),
                    takenBy,
                    second.email(),
                    new CredentialStore(office.database()).holders().contains(stored.id()));
        });
    }

    private Family made(Order order, Guardian guardian) {
        return new Family(
                code(order.code()),
                guardian.lastName().isEmpty() ? guardian.fullName() : guardian.lastName(),
                guardian,
                null,
                typed(order.address()),
                typed(order.postcode()),
                typed(order.city()),
                null,
                null,
                null);
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : TypedText.of(text);
    }

    private String code(@Nullable String asked) {
        Set<String> used = families.familyCodesEver();
        if (asked == null) {
            return CodeSequence.behind(used, "F").next();
        }
        if (!CsvRow.isCode(asked)) {
            throw Misused.because("separate.code", asked);
        }
        if (used.contains(asked)) {
            throw Refused.because("separate.code-used", asked);
        }
        return asked;
    }

    private List<Child> share(StoredFamily stored, long id, String code, LocalDate from, Journal journal) {
        MembershipStore memberships = new MembershipStore(office.database());
        Map<Long, Membership> known = memberships.ofFamily(stored.id());
        List<Child> shared = new ArrayList<>();
        for (SchooledChild schooled : families.childrenOf(stored.id())) {
            Child child = schooled.child();
            if (known.getOrDefault(child.id(), Membership.ALWAYS).reaches(from)) {
                memberships.keep(id, child.id(), Membership.since(from), journal);
                journal.changed("child", child.code(), "family", null, code + " " + from + "–");
                shared.add(child);
            }
        }
        return shared;
    }

    private List<Paid> paid(List<Child> children, StoredFamily stored, LocalDate from) {
        List<Paid> paid = new ArrayList<>();
        RegistrationStore registrations = new RegistrationStore(office.database());
        for (Child child : children) {
            registrations.named(child.code(), null, null, null).forEach(named -> {
                Registration row = named.registration();
                if (row.familyId() == stored.id()
                        && row.state() == RegistrationState.ACCEPTED
                        && !row.to().isBefore(from)) {
                    LocalDate first = row.from().isAfter(from) ? row.from() : from;
                    paid.add(new Paid(child.code(), named.activity(), first));
                }
            });
        }
        return paid;
    }
}
