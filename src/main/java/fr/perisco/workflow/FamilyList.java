package fr.perisco.workflow;

import fr.perisco.domain.family.ListedFamily;
import fr.perisco.domain.family.NameKey;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.FamilyListStore;
import fr.perisco.store.SetupStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the list of families, with what each owes. */
public final class FamilyList {
    private final Office office;

    public FamilyList(Office office) {
        this.office = office;
    }

    /**
     * In the order of their codes.
     *
     * @param school only families with a child that goes to this school today; null for all
     * @param name only families with a name that holds each of these words: their own, their login, a guardian's or a child's; null
     *     for all
     * @throws Refused when there is no such school
     */
    public List<ListedFamily> of(@Nullable String school, @Nullable String name) {
        return office.read(() -> {
            Schools.requireKnown(new SetupStore(office.database()), school);
            FamilyListStore store = new FamilyListStore(office.database());
            return store.list(office.today(), school, name == null ? null : named(store, name));
        });
    }

    private static Set<String> named(FamilyListStore store, String name) {
        List<String> words =
                Pattern.compile("\\s+").splitAsStream(name).map(NameKey::of).toList();
        Set<String> codes = new HashSet<>();
        store.eachName((code, known) -> {
            String key = NameKey.of(known);
            if (words.stream().allMatch(key::contains)) {
                codes.add(code);
            }
        });
        return codes;
    }
}
