package fr.perisco.workflow;

import fr.perisco.domain.family.DueVaccines;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.School;
import fr.perisco.domain.family.SchooledChild;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.pdf.VaccineListDocument;
import fr.perisco.exchange.pdf.VaccineListPdf;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.GroupStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.VaccineStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the registered children whose vaccines are due by a day, or of whom nothing is known, with how to reach their families. */
public final class VaccineList {
    /**
     * Which children.
     *
     * @param by their vaccines do not last until this day
     * @param school null for all
     * @param schoolClass in small or capital letters; null for all
     */
    public record Filter(
            LocalDate by, @Nullable String school, @Nullable String schoolClass) {
        boolean holds(DueVaccines due) {
            return (school == null || school.equals(due.school()))
                    && (schoolClass == null || schoolClass.equalsIgnoreCase(due.schoolClass()));
        }
    }

    private final Office office;

    public VaccineList(Office office) {
        this.office = office;
    }

    /**
     * By school, class and name, as they are today.
     *
     * @throws Refused when the school or the class is unknown
     */
    public List<DueVaccines> due(Filter filter) {
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            Schools.requireKnown(setup, filter.school());
            String school = filter.school();
            String schoolClass = filter.schoolClass();
            if (school != null
                    && schoolClass != null
                    && !new GroupStore(office.database()).exists(school, schoolClass, office.today())) {
                throw Refused.because("unknown.class", schoolClass, school);
            }
            Map<String, String> schools = new HashMap<>();
            for (School known : setup.schools()) {
                schools.put(known.code(), known.name());
            }
            VaccineStore store = new VaccineStore(office.database());
            Map<Long, List<Long>> links = store.families(office.today(), filter.by());
            Map<Long, Family> families = families(links);
            return store.due(office.today(), filter.by()).stream()
                    .map(child -> due(child, schools, links, families))
                    .filter(filter::holds)
                    .sorted(DueVaccines.BY_CLASS)
                    .toList();
        });
    }

    private Map<Long, Family> families(Map<Long, List<Long>> links) {
        Set<Long> ids = new HashSet<>();
        links.values().forEach(ids::addAll);
        Map<Long, Family> families = new HashMap<>();
        new FamilyStore(office.database()).families(ids).forEach(stored -> families.put(stored.id(), stored.family()));
        return families;
    }

    private DueVaccines due(
            SchooledChild schooled,
            Map<String, String> schools,
            Map<Long, List<Long>> links,
            Map<Long, Family> families) {
        Schooling schooling = schooled.schoolings().on(office.today());
        return new DueVaccines(
                schooled.child(),
                schooling.school(),
                schools.getOrDefault(schooling.school(), ""),
                schooling.schoolClass(),
                links.getOrDefault(schooled.child().id(), List.of()).stream()
                        .map(id -> Objects.requireNonNull(families.get(id)))
                        .toList());
    }

    /**
     * Prints a list.
     *
     * @return the characters that no font has; empty when there is none
     */
    public String print(Filter filter, List<DueVaccines> due, Path file) {
        VaccineListDocument document = new VaccineListDocument(
                InvoiceDocuments.head(new SetupStore(office.database()).settings())
                        .name(),
                filter.by(),
                due);
        return PrintedPdf.put(office, file, out -> new VaccineListPdf().write(document, out))
                .missing();
    }
}
