package fr.perisco.workflow;

import fr.perisco.domain.credential.CredentialFamily;
import fr.perisco.domain.credential.CredentialPlan;
import fr.perisco.domain.credential.Pupil;
import fr.perisco.domain.family.School;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.CredentialStore;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.FamilyRegister;
import fr.perisco.store.SetupStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads who may get a credential, and plans who does. */
final class CredentialRoll {
    private final Office office;
    private final CredentialStore credentials;
    private final SetupStore setup;

    CredentialRoll(Office office) {
        this.office = office;
        this.credentials = new CredentialStore(office.database());
        this.setup = new SetupStore(office.database());
    }

    /**
     * @param codes the only families to look at; empty for all
     * @param all whether those that have a password get another one
     * @throws Refused when a code names no family, or one that is erased; each of them is said
     */
    CredentialPlan plan(Collection<String> codes, boolean all) {
        return CredentialPlan.of(families(codes), all);
    }

    /**
     * @param codes the only families to look at; empty for all
     * @throws Refused when a code names no family, or one that is erased; each of them is said
     */
    List<CredentialFamily> families(Collection<String> codes) {
        FamilyRegister register = FamilyRegister.read(office.database(), office.today());
        Set<String> erased = new ErasureStore(office.database()).families();
        List<Reason> refused = codes.stream()
                .filter(code -> !register.families().containsKey(code) || erased.contains(code))
                .map(code -> Reason.of(erased.contains(code) ? "family.erased" : "unknown.family", code))
                .toList();
        if (!refused.isEmpty()) {
            throw new Refused(refused);
        }
        Set<Long> holders = credentials.holders();
        Map<Long, List<Pupil>> pupils = pupils(register);
        return register.families().values().stream()
                .filter(known -> !erased.contains(known.family().code()))
                .filter(known ->
                        codes.isEmpty() || codes.contains(known.family().code()))
                .map(known -> new CredentialFamily(
                        known.id(),
                        known.family(),
                        holders.contains(known.id()),
                        pupils.getOrDefault(known.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Pupil>> pupils(FamilyRegister register) {
        Map<String, String> schools = new HashMap<>();
        for (School school : setup.schools()) {
            schools.put(school.code(), school.name());
        }
        Map<Long, Pupil> children = new HashMap<>();
        register.children().values().forEach(known -> {
            String school = known.schooling().school();
            children.put(
                    known.child().id(),
                    new Pupil(
                            known.child(),
                            school,
                            schools.getOrDefault(school, ""),
                            known.schooling().schoolClass()));
        });
        Map<Long, List<Pupil>> pupils = new HashMap<>();
        register.current()
                .forEach(link -> pupils.computeIfAbsent(link.familyId(), id -> new ArrayList<>(2))
                        .add(Objects.requireNonNull(children.get(link.childId()))));
        return pupils;
    }
}
