package fr.perisco.workflow;

import fr.perisco.domain.family.CodeSequence;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.csv.GuardianCsv.NamedGuardian;
import fr.perisco.exchange.csv.Parsed.Row;
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
 * Finds the family of a child that is new: the one that its first guardian is known in, else a new one of those who live at the
 * first one's address. An e-mail alone makes nobody known: the name or the address has to agree, or a child of that family.
 */
final class GuardianHomes {
    /**
     * Where a new child lives.
     *
     * @param family null when that is in doubt
     * @param isNew whether the family was made for this child
     * @param elsewhere guardians who live elsewhere
     * @param doubt null when the family is sure
     */
    record Home(
            long familyId,
            @Nullable Family family,
            boolean isNew,
            List<NamedGuardian> elsewhere,
            @Nullable Reason doubt) {
        private static Home inDoubt(Reason doubt) {
            return new Home(0, null, false, List.of(), doubt);
        }

        private static Home of(Placed placed, boolean isNew, List<NamedGuardian> elsewhere) {
            return new Home(placed.id(), placed.family(), isNew, elsewhere, null);
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
     * @param rows one or two guardians who name the child, the one whose home decides first
     * @param siblings families of known children whom the first guardian names too and in which the guardian is
     */
    Home of(Pupil pupil, List<Row<NamedGuardian>> rows, Map<Long, Family> siblings) {
        List<NamedGuardian> guardians = rows.stream().map(Row::good).toList();
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
        if (known.isEmpty()) {
            Set<Placed> sameEmail = sameEmail(first);
            if (!sameEmail.isEmpty()) {
                return otherOwner(pupil, rows.get(0), sameEmail.iterator().next());
            }
        }
        if (known.size() > 1) {
            return Home.inDoubt(Reason.of(
                    "onde.families-alike",
                    pupil.fullName(),
                    first.fullName(),
                    known.stream().map(placed -> placed.family().code()).collect(Collectors.joining(", "))));
        }
        if (!known.isEmpty()) {
            return Home.of(known.iterator().next(), false, elsewhere);
        }
        for (Row<NamedGuardian> row : rows) {
            NamedGuardian member = row.good();
            Placed placed = together.contains(member) ? made.get(identity(member, pupil)) : null;
            if (placed != null) {
                return agrees(placed.family(), member, pupil)
                        ? Home.of(placed, false, elsewhere)
                        : otherOwner(pupil, row, placed);
            }
        }
        Family family = family(together, pupil);
        Placed placed = new Placed(adder.applyAsLong(family), family);
        together.forEach(member -> made.put(identity(member, pupil), placed));
        return Home.of(placed, true, elsewhere);
    }

    private static Home otherOwner(Pupil pupil, Row<NamedGuardian> row, Placed owner) {
        return Home.inDoubt(Reason.of(
                "onde.email-of-another",
                pupil.fullName(),
                row.line(),
                row.good().fullName(),
                owner.family().code(),
                owner.family().guardian().fullName()));
    }

    /** The families that have the guardian's e-mail: the one that logs in with it, else those of which a guardian has it. */
    private Set<Placed> sameEmail(NamedGuardian guardian) {
        String email = small(guardian.email());
        if (email.isEmpty()) {
            return Set.of();
        }
        Placed owner = byLogin.get(email);
        return owner == null ? byEmail.getOrDefault(email, Set.of()) : Set.of(owner);
    }

    /** Whether a family has a guardian of that name, or lives at the guardian's address. */
    private static boolean agrees(Family family, NamedGuardian guardian, Pupil pupil) {
        String address = homeAddress(guardian, pupil);
        boolean sameHome = !address.isEmpty()
                && NameKey.of(address, homePostcode(guardian, pupil))
                        .equals(NameKey.of(family.address(), family.postcode()));
        return sameHome || ExtractedContacts.isNamed(family, guardian);
    }

    private Set<Placed> known(NamedGuardian guardian, Pupil pupil) {
        Set<Placed> found = new LinkedHashSet<>(sameEmail(guardian));
        found.removeIf(placed -> !agrees(placed.family(), guardian, pupil));
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
