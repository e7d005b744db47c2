package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.AuthorisedPerson;
import fr.perisco.domain.reservation.ExpectedChild;
import fr.perisco.exchange.pdf.AuthorisedSheet;
import fr.perisco.exchange.pdf.RollCallSheet;
import fr.perisco.exchange.pdf.RollCallSheet.Mark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes sheets, one a school and class, of the children who are called at a unit. */
final class RollCallSheets {
    /**
     * A sheet, and the codes that name its file.
     *
     * @param authorised who may fetch its children; null when that is not asked for
     */
    record Named(RollCallSheet sheet, @Nullable AuthorisedSheet authorised, List<String> name) {}

    private record Group(String school, String schoolClass) {}

    private final String officeName;
    private final @Nullable Map<String, List<AuthorisedPerson>> authorised;

    /**
     * @param authorised who may fetch children, by the children's codes; null when that is not asked for
     */
    RollCallSheets(String officeName, @Nullable Map<String, List<AuthorisedPerson>> authorised) {
        this.officeName = officeName;
        this.authorised = authorised;
    }

    /**
     * @param children in the order in which they are called
     * @param day what the sheets' files begin with
     */
    List<Named> of(Unit unit, Collection<ExpectedChild> children, String day) {
        List<LocalDate> days =
                children.stream().map(ExpectedChild::day).distinct().sorted().toList();
        Map<Group, List<ExpectedChild>> groups = new LinkedHashMap<>();
        children.forEach(child -> groups.computeIfAbsent(
                        new Group(child.school(), child.schoolClass()), key -> new ArrayList<>())
                .add(child));
        return groups.values().stream()
                .map(group -> named(unit, days, group, day))
                .toList();
    }

    private Named named(Unit unit, List<LocalDate> days, List<ExpectedChild> group, String day) {
        ExpectedChild any = group.get(0);
        RollCallSheet sheet = new RollCallSheet(
                officeName,
                any.schoolName(),
                any.schoolClass(),
                unit.activity().label(),
                unit.label(),
                days,
                pupils(days, group));
        return new Named(
                sheet,
                authorised == null ? null : new AuthorisedSheet(sheet, entries(days, group, authorised)),
                List.of(
                        day,
                        unit.activity().code(),
                        unit.code(),
                        any.school().isEmpty() ? "sans ecole" : any.school(),
                        any.schoolClass().isEmpty() ? "sans classe" : any.schoolClass()));
    }

    /** Those who are authorised on one of the days at least. */
    private static List<AuthorisedSheet.Entry> entries(
            List<LocalDate> days, List<ExpectedChild> group, Map<String, List<AuthorisedPerson>> authorised) {
        Map<String, String> children = new LinkedHashMap<>();
        group.forEach(child -> children.putIfAbsent(child.child(), child.name()));
        List<AuthorisedSheet.Entry> entries = new ArrayList<>();
        children.forEach((code, name) -> {
            boolean first = true;
            for (AuthorisedPerson person : authorised.getOrDefault(code, List.of())) {
                if (days.stream().anyMatch(person::isOn)) {
                    entries.add(new AuthorisedSheet.Entry(
                            name, first, person.name(), person.relation(), person.phone(), person.from(), person.to()));
                    first = false;
                }
            }
        });
        return entries;
    }

    private static List<RollCallSheet.Pupil> pupils(List<LocalDate> days, List<ExpectedChild> group) {
        Map<String, Map<LocalDate, ExpectedChild>> byChild = new LinkedHashMap<>();
        group.forEach(child -> byChild.computeIfAbsent(child.child(), code -> new LinkedHashMap<>())
                .merge(child.day(), child, (one, other) -> one.expected() ? one : other));
        return byChild.values().stream()
                .map(records -> {
                    ExpectedChild any = records.values().iterator().next();
                    return new RollCallSheet.Pupil(
                            any.name(),
                            any.needs(),
                            any.phones(),
                            days.stream()
                                    .map(day -> records.containsKey(day) ? mark(records.get(day)) : Mark.NOT_EXPECTED)
                                    .toList());
                })
                .toList();
    }

    private static Mark mark(ExpectedChild child) {
        if (!child.expected()) {
            return Mark.CAME_UNEXPECTED;
        }
        if (child.attendance() == null) {
            return Mark.EXPECTED;
        }
        return switch (child.attendance()) {
            case PRESENT -> Mark.PRESENT;
            case ABSENT -> Mark.ABSENT;
            case EXCUSED -> Mark.EXCUSED;
        };
    }
}
