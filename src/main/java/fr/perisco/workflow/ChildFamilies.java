package fr.perisco.workflow;

import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.store.AdjustmentStore;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.Journal;
import fr.perisco.store.MembershipStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.SharingStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a child belong to a second family from a day on, or to a family no longer. */
public final class ChildFamilies {
    private static final int MOST_FAMILIES = 2;

    /**
     * @param membership when the child belongs to the family now
     * @param changed false when that was so already
     */
    public record Report(Child child, String family, Membership membership, boolean changed) {}

    private final Office office;
    private final FamilyStore families;
    private final MembershipStore memberships;

    public ChildFamilies(Office office) {
        this.office = office;
        this.families = new FamilyStore(office.database());
        this.memberships = new MembershipStore(office.database());
    }

    /**
     * @param from first day; null for today
     * @throws Refused when a code is unknown, the family was merged or erased, or the child has two other families
     */
    public Report join(String childCode, String familyCode, @Nullable LocalDate from) {
        return office.act("child join", null, journal -> {
            Child child = child(childCode);
            StoredFamily family = FamilyMerge.goingOn(office, familyCode);
            LocalDate first = from == null ? office.today() : from;
            Membership before = memberships.of(family.id(), child.id());
            Membership after = before.with(Membership.since(first));
            if (!after.equals(before)) {
                requireRoom(child, family, first);
                keep(child, family, after, journal);
                new AdjustmentStore(office.database()).termsChanged(List.of(family.id()), first);
                journal.changed(
                        "child",
                        childCode,
                        "family",
                        before.equals(Membership.NEVER) ? null : (familyCode + " " + before.written()).strip(),
                        (familyCode + " " + after.written()).strip());
            }
            return new Report(child, familyCode, after, !after.equals(before));
        });
    }

    /**
     * @param on the last day on which the child belongs to the family; null for today
     * @throws Refused when a code is unknown, the child is not the family's on that day, it has no other family then, or the family
     *     pays a registration that goes on
     */
    public Report leave(String childCode, String familyCode, @Nullable LocalDate on) {
        return office.act("child leave", null, journal -> {
            Child child = child(childCode);
            StoredFamily family =
                    families.family(familyCode).orElseThrow(() -> Refused.because("unknown.family", familyCode));
            LocalDate last = on == null ? office.today() : on;
            Membership before = memberships.of(family.id(), child.id());
            requireMember(child, familyCode, before, last);
            Membership after = before.until(last);
            if (!after.equals(before)) {
                requireNothingGoesOn(child, family, last);
                keep(child, family, after, journal);
                new AdjustmentStore(office.database()).termsChanged(List.of(family.id()), last.plusDays(1));
                journal.changed(
                        "child",
                        childCode,
                        "family",
                        (familyCode + " " + before.written()).strip(),
                        familyCode + " " + after.written());
            }
            return new Report(child, familyCode, after, !after.equals(before));
        });
    }

    private Child child(String code) {
        return families.child(code).orElseThrow(() -> Refused.because("unknown.child", code));
    }

    private void keep(Child child, StoredFamily family, Membership membership, Journal journal) {
        memberships.keep(family.id(), child.id(), membership, journal);
    }

    private void requireRoom(Child child, StoredFamily joining, LocalDate first) {
        List<String> others = families.familiesOf(child.id()).stream()
                .filter(stored -> stored.id() != joining.id())
                .filter(stored -> memberships.of(stored.id(), child.id()).reaches(first))
                .map(stored -> stored.family().code())
                .toList();
        if (others.size() >= MOST_FAMILIES) {
            throw Refused.because("child.join.two", child.code(), String.join(", ", others), first);
        }
    }

    private void requireMember(Child child, String familyCode, Membership before, LocalDate last) {
        if (before.equals(Membership.NEVER)) {
            String own = families.familiesOf(child.id()).stream()
                    .map(stored -> stored.family().code())
                    .collect(Collectors.joining(", "));
            throw Refused.because("registration.not-its-family", familyCode, child.code(), own);
        }
        Membership.Spell open = before.open();
        if (open != null && open.from() != null && open.from().isAfter(last)) {
            throw Refused.because("child.leave.begins-later", child.code(), familyCode, open.from(), last);
        }
        Membership.Spell spell = before.last();
        if (open == null && spell != null && !last.equals(spell.to())) {
            throw Refused.because("child.leave.left", child.code(), familyCode, before.written());
        }
    }

    private void requireNothingGoesOn(Child child, StoredFamily family, LocalDate last) {
        boolean hasAnother = families.familiesOf(child.id()).stream()
                .anyMatch(other -> other.id() != family.id()
                        && memberships.of(other.id(), child.id()).isOn(last.plusDays(1)));
        List<Reason> obstacles = new ArrayList<>();
        if (!hasAnother) {
            obstacles.add(
                    Reason.of("child.leave.only", child.code(), family.family().code(), last.plusDays(1)));
        }
        for (Named named : new RegistrationStore(office.database()).named(child.code(), null, null, null)) {
            Registration row = named.registration();
            if (row.state() != RegistrationState.REFUSED && row.to().isAfter(last)) {
                obstacle(named, family, last, obstacles);
            }
        }
        if (!obstacles.isEmpty()) {
            throw new Refused(obstacles);
        }
    }

    private void obstacle(Named named, StoredFamily family, LocalDate last, List<Reason> obstacles) {
        Registration row = named.registration();
        String code = family.family().code();
        if (row.familyId() == family.id()) {
            String reason = row.state() == RegistrationState.PENDING ? "child.leave.pending" : "child.leave.pays";
            LocalDate end = row.from().isAfter(last) ? row.from() : last;
            obstacles.add(
                    Reason.of(reason, code, named.child(), named.activity(), row.from(), row.to(), end.toString()));
            return;
        }
        LocalDate next = row.from().isAfter(last) ? row.from() : last.plusDays(1);
        Sharing sharing = new SharingStore(office.database()).of(row.id(), row.familyId());
        boolean pays = isSecond(sharing.on(next), family)
                || sharing.records().stream().anyMatch(since -> since.from().isAfter(next) && isSecond(since, family));
        if (pays) {
            obstacles.add(Reason.of(
                    "child.leave.shares",
                    code,
                    named.child(),
                    named.activity(),
                    next,
                    named.family(),
                    next.toString()));
        }
    }

    private static boolean isSecond(Sharing.@Nullable Since since, StoredFamily family) {
        return since != null && since.second() != null && since.second() == family.id();
    }
}
