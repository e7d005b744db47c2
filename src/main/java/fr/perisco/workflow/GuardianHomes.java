package fr.perisco.workflow;

import fr.perisco.domain.family.CodeSequence;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.PupilCsv.Pupil;
import fr.perisco.store.FamilyRegister.KnownFamily;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the family of a child that is new: the one that its first guardian in the file is known in, else a new one of those who live
 * at the first one's address.
 */
final class GuardianHomes {
    /**
     * Where a new child lives.
     *
     * @param family null when that is in doubt
     * @param isNew whether the family was made for this child
     * @param left guardians who live there too, but no family has more than two
     * @param elsewhere guardians who live elsewhere
     * @param doubt null when the family is sure
     */
    record Home(
            long familyId,
            @Nullable Family family,
            boolean isNew,
            List<NamedGuardian> left,
            List<NamedGuardian> elsewhere,
            @Nullable Reason doubt) {
        private static Home inDoubt(Reason doubt) {
            return new Home(0, null, false, List.of(), List.of(), doubt);
        }
    }

    private record Placed(long id, Family family) {}

    private final CodeSequence codes;
    private final ToLongFunction<Family> adder;
    private final Map<String, Placed> byLogin = new HashMap<>();
    private final Map<String, Set<Placed>> byEmail = new HashMap<>();
    private final Map<String, Set<Placed>> byNameAndAddress = new HashMap<>();
    private final Map<String, Placed> made = new HashMap<>();

    /**
     * @param families those that are known
     * @param codes of families
     * @param adder keeps a new family and gives its key
     */
    GuardianHomes(Collection<KnownFamily> families, CodeSequence codes, ToLongFunction<Family> adder) {
        this.codes = codes;
        this.adder = adder;
        for (KnownFamily known : families) {
            Family family = known.family();
            Placed placed = new Placed(known.id(), family);
            if (!family.login().isEmpty()) {
                byLogin.put(family.login(), placed);
            }
            Guardian second = family.second();
            for (Guardian guardian : second == null ? List.of(family.guardian()) : List.of(family.guardian(), second)) {
                if (!guardian.email().isEmpty()) {
                    byEmail.computeIfAbsent(small(guardian.email()), key -> new LinkedHashSet<>())
                            .add(placed);
                }
                String home =
                        NameKey.of(guardian.lastName(), guardian.firstName(), family.address(), family.postcode());
                byNameAndAddress
                        .computeIfAbsent(home, key -> new LinkedHashSet<>())
                        .add(placed);
            }
        }
    }

    /**
     * @param guardians those who name the child, in the order of the file; at least one
     * @param siblings families of known children whom the first guardian names too and in which the guardian is
     */
    Home of(Pupil pupil, List<NamedGuardian> guardians, Map<Long, Family> siblings) {
        NamedGuardian first = guardians.get(0);
        List<NamedGuardian> together = guardians.stream()
                .filter(guardian ->
                        guardian.address().isEmpty() || address(guardian).equals(address(first)))
                .toList();
        List<NamedGuardian> elsewhere = guardians.stream()
                .filter(guardian -> !together.contains(guardian))
                .toList();
        Set<Placed> known = known(first, pupil);
        if (known.isEmpty()) {
            siblings.forEach((id, family) -> known.add(new Placed(id, family)));
        }
        if (known.size() > 1) {
            return Home.inDoubt(Reason.of(
                    "onde.families-alike",
                    pupil.fullName(),
                    first.fullName(),
                    known.stream().map(placed -> placed.family().code()).collect(Collectors.joining(", "))));
        }
        if (!known.isEmpty()) {
            Placed placed = known.iterator().next();
            return new Home(placed.id(), placed.family(), false, List.of(), elsewhere, null);
        }
        List<NamedGuardian> members = together.subList(0, Math.min(2, together.size()));
        List<NamedGuardian> left = together.subList(members.size(), together.size());
        for (NamedGuardian member : members) {
            Placed placed = made.get(identity(member, pupil));
            if (placed != null) {
                return new Home(placed.id(), placed.family(), false, left, elsewhere, null);
            }
        }
        Family family = family(members, pupil);
        Placed placed = new Placed(adder.applyAsLong(family), family);
        members.forEach(member -> made.put(identity(member, pupil), placed));
        return new Home(placed.id(), family, true, left, elsewhere, null);
    }

    private Set<Placed> known(NamedGuardian guardian, Pupil pupil) {
        String email = small(guardian.email());
        Placed owner = byLogin.get(email);
        if (!email.isEmpty() && owner != null) {
            return new LinkedHashSet<>(Set.of(owner));
        }
        Set<Placed> found = new LinkedHashSet<>(byEmail.getOrDefault(email, Set.of()));
        if (found.isEmpty()) {
            Stream.of(guardian.usageName(), guardian.lastName())
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> found.addAll(byNameAndAddress.getOrDefault(
                            NameKey.of(
                                    name,
                                    guardian.firstName(),
                                    homeAddress(guardian, pupil),
                                    homePostcode(guardian, pupil)),
                            Set.of())));
        }
        return found;
    }

    private Family family(List<NamedGuardian> members, Pupil pupil) {
        NamedGuardian first = members.get(0);
        boolean own = !first.address().isEmpty();
        return new Family(
                codes.next(),
                first.name(),
                guardian(1, first),
                members.size() > 1 ? guardian(2, members.get(1)) : null,
                homeAddress(first, pupil),
                homePostcode(first, pupil),
                own ? first.city() : pupil.city(),
                null,
                null,
                null);
    }

    private static Guardian guardian(int rank, NamedGuardian named) {
        return new Guardian(rank, named.civility(), named.name(), named.firstName(), named.email(), named.phone());
    }

    private static String homeAddress(NamedGuardian guardian, Pupil pupil) {
        return guardian.address().isEmpty() ? pupil.address() : guardian.address();
    }

    private static String homePostcode(NamedGuardian guardian, Pupil pupil) {
        return guardian.address().isEmpty() ? pupil.postcode() : guardian.postcode();
    }

    private static String identity(NamedGuardian guardian, Pupil pupil) {
        return guardian.email().isEmpty()
                ? NameKey.of(
                        guardian.name(),
                        guardian.firstName(),
                        homeAddress(guardian, pupil),
                        homePostcode(guardian, pupil))
                : small(guardian.email());
    }

    private static String address(NamedGuardian guardian) {
        return NameKey.of(guardian.address(), guardian.postcode());
    }

    private static String small(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
