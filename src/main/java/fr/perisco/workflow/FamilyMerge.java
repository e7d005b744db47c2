package fr.perisco.workflow;

import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.family.PhoneKey;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.store.AdjustmentStore;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.FamilyStore.StoredFamily;
import fr.perisco.store.Journal;
import fr.perisco.store.MembershipStore;
import fr.perisco.store.MergeStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.RegistrationStore.Named;
import fr.perisco.store.SharingStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges a family that was entered twice into the one that goes on.
 *
 * <p>Documents, payments and credit keep the family that they were made out to. Where the duplicate has none, all passes to the
 * other; where it has some, the other pays for the children's registrations from the first day that is not invoiced.
 */
public final class FamilyMerge {
    private static final String KIND = "family merge";
    private static final SecondShare ALL = RegistrationSharing.NONE;

    /**
     * Something that passes.
     *
     * @param what child, registration or a field of the family
     * @param code which one
     * @param from the first day that the other pays; null where it passes as a whole
     */
    public record Move(
            String what, String code, String name, @Nullable LocalDate from) {}

    /**
     * @param keepsAccount whether invoices or payments stay with the duplicate
     * @param lost what the duplicate has, and the family that goes on has otherwise: before is what it keeps, after what is lost
     * @param alike whether they have a guardian, an address, an e-mail, a phone or a child in common
     * @param twice children of both who are one by name and birth date, and stay two
     */
    public record Report(
            List<Move> moves, boolean keepsAccount, List<FieldChange> lost, boolean alike, List<Twice> twice) {
        public Report {
            moves = List.copyOf(moves);
            lost = List.copyOf(lost);
            twice = List.copyOf(twice);
        }
    }

    /**
     * Two records of one child.
     *
     * @param kept code of the one that the family that goes on had already
     * @param other code of the one that comes from the duplicate
     */
    public record Twice(String kept, String other, String name) {}

    private final Office office;
    private final FamilyStore families;
    private final MergeStore merges;
    private final MembershipStore memberships;

    public FamilyMerge(Office office) {
        this.office = office;
        this.families = new FamilyStore(office.database());
        this.merges = new MergeStore(office.database());
        this.memberships = new MembershipStore(office.database());
    }

    /** Whether the one was merged into the other already, so that there is nothing left to do. */
    public boolean isDone(String keep, String duplicate) {
        return office.read(() -> families.family(duplicate)
                .flatMap(family -> merges.endOf(family.id()))
                .filter(merge -> merge.into().equals(keep))
                .isPresent());
    }

    /** What the merge would come to. */
    public Report rehearse(String keep, String duplicate) {
        return office.rehearse(KIND, journal -> merge(keep, duplicate, journal));
    }

    /**
     * @throws Refused when a family is unknown, was merged already, shares a registration or waits for an answer, or both have a child
     *     registered for the same days
     */
    public Report merge(String keep, String duplicate) {
        return office.act(KIND, null, journal -> merge(keep, duplicate, journal));
    }

    private Report merge(String keepCode, String duplicateCode, Journal journal) {
        StoredFamily keep = goingOn(office, keepCode);
        StoredFamily duplicate = goingOn(office, duplicateCode);
        if (keep.id() == duplicate.id()) {
            throw Refused.because("merge.itself", keepCode);
        }
        if (merges.isSharing(duplicate.id())) {
            throw Refused.because("merge.shared", duplicateCode);
        }
        String login = duplicate.family().login();
        if (!login.isEmpty() && merges.isAsking(login)) {
            throw Refused.because("merge.asking", duplicateCode);
        }
        boolean keepsAccount = merges.hasAccount(duplicate.id());
        List<Move> moves = new ArrayList<>();
        List<SchooledChild> children = families.childrenOf(duplicate.id());
        List<SchooledChild> known = families.childrenOf(keep.id());
        Set<String> already =
                known.stream().map(schooled -> schooled.child().code()).collect(Collectors.toSet());
        for (SchooledChild schooled : children) {
            Child child = schooled.child();
            Membership own = memberships.of(keep.id(), child.id());
            memberships.keep(keep.id(), child.id(), own.with(memberships.of(duplicate.id(), child.id())), journal);
            if (!already.contains(child.code())) {
                moves.add(new Move("child", child.code(), child.fullName(), null));
            }
            journal.changed("child", child.code(), "family", duplicateCode, keepCode);
            registrations(child, keep, duplicate, keepsAccount, moves, journal);
        }
        merges.moveWeeks(duplicate.id(), keep.id());
        Family merged = contacts(keep, duplicate, moves, journal);
        List<FieldChange> lost = new ArrayList<>(lost(merged, duplicate.family()));
        lostQuotient(keep, duplicate).ifPresent(lost::add);
        quotients(keep, duplicate, moves, journal);
        journal.changed("family", duplicateCode, "merged_into", null, keepCode);
        merges.retire(duplicate.id(), keep.id(), office.today(), journal);
        List<Twice> twice = twice(known, children);
        boolean alike = !twice.isEmpty()
                || children.stream()
                        .anyMatch(schooled -> already.contains(schooled.child().code()))
                || areAlike(keep.family(), duplicate.family());
        return new Report(moves, keepsAccount, lost, alike, twice);
    }

    private static List<Twice> twice(List<SchooledChild> known, List<SchooledChild> coming) {
        List<Twice> twice = new ArrayList<>();
        for (SchooledChild one : known) {
            for (SchooledChild other : coming) {
                if (isOne(one.child(), other.child())) {
                    twice.add(new Twice(
                            one.child().code(),
                            other.child().code(),
                            one.child().fullName()));
                }
            }
        }
        return twice;
    }

    private static boolean isOne(Child one, Child other) {
        return one.id() != other.id()
                && one.birthOn() != null
                && one.birthOn().equals(other.birthOn())
                && NameKey.of(one.lastName(), one.firstName()).equals(NameKey.of(other.lastName(), other.firstName()));
    }

    /**
     * A family that was neither merged into another nor erased.
     *
     * @throws Refused when it is unknown, or was
     */
    static StoredFamily goingOn(Office office, String code) {
        StoredFamily family = new FamilyStore(office.database())
                .family(code)
                .orElseThrow(() -> Refused.because("unknown.family", code));
        new MergeStore(office.database()).endOf(family.id()).ifPresent(merge -> {
            throw Refused.because("merge.already", code, merge.into(), merge.on());
        });
        if (new ErasureStore(office.database()).isErased(family.id())) {
            throw Refused.because("family.erased", code);
        }
        return family;
    }

    private void registrations(
            Child child,
            StoredFamily keep,
            StoredFamily duplicate,
            boolean keepsAccount,
            List<Move> moves,
            Journal journal) {
        List<Named> all = new RegistrationStore(office.database()).named(child.code(), null, null, null);
        for (Named named : all) {
            Registration row = named.registration();
            if (row.familyId() != duplicate.id()) {
                continue;
            }
            all.stream()
                    .filter(other -> other.registration().familyId() == keep.id()
                            && other.activity().equals(named.activity())
                            && !other.registration().from().isAfter(row.to())
                            && !other.registration().to().isBefore(row.from()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw Refused.because("merge.overlap", child.code(), named.activity());
                    });
            String name = LastDays.name(child.code(), named.activity(), row.from());
            if (!keepsAccount || row.state() == RegistrationState.PENDING) {
                merges.moveRegistration(row.id(), keep.id());
                new AdjustmentStore(office.database()).termsChanged(List.of(keep.id()), row.from());
                journal.changed(
                        "registration",
                        name,
                        "family",
                        duplicate.family().code(),
                        keep.family().code());
                moves.add(new Move("registration", name, child.fullName(), null));
            } else if (row.state() == RegistrationState.ACCEPTED) {
                takeOver(row, name, child, keep, duplicate, moves, journal);
            }
        }
    }

    /** The other family pays all of each day from the first one that is not invoiced. */
    private void takeOver(
            Registration row,
            String name,
            Child child,
            StoredFamily keep,
            StoredFamily duplicate,
            List<Move> moves,
            Journal journal) {
        LocalDate from = merges.invoicedThrough(duplicate.id())
                .map(month -> month.plusMonths(1).atDay(1))
                .filter(row.from()::isBefore)
                .orElse(row.from());
        if (from.isAfter(row.to())) {
            return;
        }
        new SharingStore(office.database()).replaceFrom(row.id(), new Sharing.Since(from, keep.id(), ALL), journal);
        new AdjustmentStore(office.database()).termsChanged(List.of(keep.id()), from);
        journal.changed(
                "registration",
                name,
                "payer",
                duplicate.family().code(),
                keep.family().code() + " " + from);
        moves.add(new Move("registration", name, child.fullName(), from));
    }

    /** The duplicate's quotients, where the family that goes on has none of its own. */
    private void quotients(StoredFamily keep, StoredFamily duplicate, List<Move> moves, Journal journal) {
        if (!families.quotientsOf(keep.id()).records().isEmpty()) {
            return;
        }
        FamilyChanges changes = new FamilyChanges(office.database());
        for (FamilyQuotient record : families.quotientsOf(duplicate.id()).records()) {
            changes.quotient(keep.id(), record.quotientFrom(), record.countsFrom(), record.quotient());
            String written = record.quotient() + " " + record.quotientFrom();
            changes.audit(new FieldChange("family", keep.family().code(), "quotient", null, written));
            moves.add(new Move("quotient", keep.family().code(), written, null));
        }
        changes.save(journal);
    }

    /** What the family that goes on does not know yet; the duplicate has no login any more. */
    private Family contacts(StoredFamily keep, StoredFamily duplicate, List<Move> moves, Journal journal) {
        Family own = keep.family();
        Family other = duplicate.family();
        Guardian first = own.guardian();
        Guardian filled = first.reachedAt(
                first.email().isEmpty() ? other.guardian().email() : first.email(),
                first.phone().isEmpty() ? other.guardian().phone() : first.phone());
        Family merged = own.withGuardians(filled, own.second() == null ? other.second() : own.second());
        if (own.address().isEmpty() && own.city().isEmpty()) {
            merged = merged.at(other.address(), other.postcode(), other.city());
        }
        Family retired = other.withGuardians(
                other.guardian().reachedAt("", other.guardian().phone()), other.second());
        FamilyChanges changes = new FamilyChanges(office.database());
        List<FieldChange> fields = merged.changesSince(own);
        if (!fields.isEmpty()) {
            changes.change(keep.id(), merged);
            fields.forEach(changes::audit);
            fields.forEach(
                    field -> moves.add(new Move(field.field(), own.code(), String.valueOf(field.after()), null)));
        }
        if (!retired.equals(other)) {
            changes.change(duplicate.id(), retired);
            retired.changesSince(other).forEach(changes::audit);
        }
        changes.save(journal);
        return merged;
    }

    private static List<FieldChange> lost(Family merged, Family duplicate) {
        return duplicate.changesSince(merged).stream()
                .filter(field -> field.after() != null && !field.after().equals(""))
                .toList();
    }

    private Optional<FieldChange> lostQuotient(StoredFamily keep, StoredFamily duplicate) {
        Optional<Money> kept = quotient(keep);
        return quotient(duplicate)
                .filter(lost -> kept.isPresent() && !kept.get().equals(lost))
                .map(lost -> new FieldChange("family", keep.family().code(), "quotient", kept.get(), lost));
    }

    private Optional<Money> quotient(StoredFamily family) {
        return families.quotientsOf(family.id()).inForceOn(office.today()).map(FamilyQuotient::quotient);
    }

    private static boolean areAlike(Family one, Family other) {
        return !Collections.disjoint(traits(one), traits(other));
    }

    private static Set<String> traits(Family family) {
        Set<String> traits = new HashSet<>();
        for (Guardian guardian : Arrays.asList(family.guardian(), family.second())) {
            if (guardian != null) {
                traits.add("name " + NameKey.of(guardian.lastName(), guardian.firstName()));
                traits.add("email " + guardian.email().toLowerCase(Locale.ROOT));
                traits.add("phone " + PhoneKey.of(guardian.phone()));
            }
        }
        traits.add("address " + NameKey.of(family.address(), family.postcode()));
        traits.removeIf(trait -> trait.endsWith(" "));
        return traits;
    }
}
