package fr.perisco.workflow;

import fr.perisco.domain.family.LikelyDuplicate;
import fr.perisco.domain.family.Likeness;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.family.PhoneKey;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.LikenessStore;
import fr.perisco.store.LikenessStore.Named;
import fr.perisco.store.LikenessStore.Offspring;
import fr.perisco.store.LikenessStore.Person;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds families that may have been entered twice. Of all that agree in something each is paired with the one entered first, so that the
 * time grows with the families and not with their pairs.
 */
public final class FamilyDuplicates {
    private static final int SHORTEST_PHONE = 6;

    /**
     * Which pairs; null for all.
     *
     * @param family code of one of the two
     */
    public record Filter(@Nullable String family, @Nullable Likeness likeness) {
        boolean holds(LikelyDuplicate pair) {
            return (family == null
                            || pair.family().equals(family)
                            || pair.duplicate().equals(family))
                    && (likeness == null || pair.likenesses().contains(likeness));
        }
    }

    private record Pair(long first, long other) {}

    private final Office office;
    private final Map<Pair, Set<Likeness>> pairs = new LinkedHashMap<>();

    public FamilyDuplicates(Office office) {
        this.office = office;
    }

    /**
     * Those that agree in most come first, then in the order of their codes.
     *
     * @throws Refused when the family is unknown
     */
    public List<LikelyDuplicate> find(Filter filter) {
        return office.read(() -> {
            new FamilyCodes(office).requireKnown(filter.family());
            LikenessStore store = new LikenessStore(office.database());
            guardians(store);
            children(store);
            Map<Long, Named> names = new HashMap<>();
            store.families(named -> names.put(named.id(), named));
            List<LikelyDuplicate> found = new ArrayList<>();
            pairs.forEach((pair, likenesses) -> {
                Named first = Objects.requireNonNull(names.get(pair.first()));
                Named other = Objects.requireNonNull(names.get(pair.other()));
                found.add(new LikelyDuplicate(first.code(), first.name(), other.code(), other.name(), likenesses));
            });
            return found.stream()
                    .filter(filter::holds)
                    .sorted(Comparator.comparing(
                                    (LikelyDuplicate pair) -> -pair.likenesses().size())
                            .thenComparing(LikelyDuplicate::family)
                            .thenComparing(LikelyDuplicate::duplicate))
                    .toList();
        });
    }

    private void guardians(LikenessStore store) {
        Map<String, Set<Long>> emails = new LinkedHashMap<>();
        Map<String, Set<Long>> phones = new LinkedHashMap<>();
        Map<String, Set<Long>> persons = new LinkedHashMap<>();
        store.guardians(person -> {
            add(emails, person.email().strip().toLowerCase(Locale.ROOT), person.family());
            String phone = PhoneKey.of(person.phone());
            add(phones, phone.length() < SHORTEST_PHONE ? "" : phone, person.family());
            add(persons, identity(person), person.family());
        });
        emails.values().forEach(families -> pair(families, Likeness.EMAIL));
        phones.values().forEach(families -> pair(families, Likeness.PHONE));
        persons.values().forEach(families -> pair(families, Likeness.GUARDIAN));
    }

    private static String identity(Person person) {
        boolean told = !person.postcode().isBlank()
                && !NameKey.of(person.lastName()).isEmpty()
                && !NameKey.of(person.firstName()).isEmpty();
        return told ? NameKey.of(person.lastName(), person.firstName(), person.postcode()) : "";
    }

    private static void add(Map<String, Set<Long>> families, String key, long family) {
        if (!key.isEmpty()) {
            families.computeIfAbsent(key, text -> new LinkedHashSet<>(1)).add(family);
        }
    }

    private void pair(Set<Long> families, Likeness likeness) {
        Long first = null;
        for (Long family : families) {
            if (first == null) {
                first = family;
            } else {
                note(first, family, likeness);
            }
        }
    }

    private void note(long one, long other, Likeness likeness) {
        Pair pair = new Pair(Math.min(one, other), Math.max(one, other));
        pairs.computeIfAbsent(pair, key -> EnumSet.noneOf(Likeness.class)).add(likeness);
    }

    private void children(LikenessStore store) {
        Map<String, List<Offspring>> alike = new LinkedHashMap<>();
        Set<List<Long>> links = new HashSet<>();
        store.children(child -> {
            links.add(List.of(child.family(), child.child()));
            if (child.birthOn() != null) {
                String key = NameKey.of(child.lastName(), child.firstName()) + "|" + child.birthOn();
                alike.computeIfAbsent(key, text -> new ArrayList<>(1)).add(child);
            }
        });
        for (List<Offspring> same : alike.values()) {
            Offspring first = same.get(0);
            for (Offspring other : same) {
                boolean known = links.contains(List.of(first.family(), other.child()))
                        || links.contains(List.of(other.family(), first.child()));
                if (other.child() != first.child() && other.family() != first.family() && !known) {
                    note(first.family(), other.family(), Likeness.CHILD);
                }
            }
        }
    }
}
