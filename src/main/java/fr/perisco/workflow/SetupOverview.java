package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.activity.UnitOpening;
import fr.perisco.domain.calendar.Closure;
import fr.perisco.store.SetupStore;
import java.util.ArrayList;
import java.util.List;

/** The office's setup, line by line. */
public final class SetupOverview {
    /** One thing that is set up; codes and values as the setup files write them. */
    public record Line(String kind, String code, String value) {}

    private final Office office;
    private final SetupStore store;

    public SetupOverview(Office office) {
        this.office = office;
        this.store = new SetupStore(office.database());
    }

    public List<Line> lines() {
        return office.read(() -> {
            List<Line> lines = new ArrayList<>();
            store.settings().values().forEach((name, value) -> lines.add(new Line("setting", name, value)));
            store.schools().forEach(school -> lines.add(new Line("school", school.code(), school.name())));
            store.activities()
                    .forEach(activity -> lines.add(new Line(
                            "activity",
                            activity.code(),
                            "%s, %s..%s, %s%s"
                                    .formatted(
                                            activity.label(),
                                            activity.from(),
                                            activity.to(),
                                            activity.notice(),
                                            activity.ages().isAny() ? "" : ", age " + activity.ages()))));
            for (Unit unit : store.units()) {
                for (UnitOpening opening : unit.openings()) {
                    lines.add(new Line("unit", unit.activity().code() + " " + unit.code(), opening(unit, opening)));
                }
            }
            lines.add(new Line("tariffs", "", Integer.toString(store.tariffs().size())));
            store.calendar()
                    .loadedYears()
                    .forEach(year -> lines.add(new Line(
                            "school-year", year.toString(), store.settings().zone())));
            store.closures().forEach(closure -> lines.add(closure(closure)));
            lines.addAll(new ShuttleSetup(office).lines());
            lines.addAll(new ReminderSetup(office).lines());
            return lines;
        });
    }

    private static String opening(Unit unit, UnitOpening opening) {
        return "%s, %s..%s, %s, %s%s"
                .formatted(
                        unit.label(),
                        opening.from(),
                        opening.to(),
                        opening.weekdays(),
                        opening.term().code(),
                        opening.capacity() == null ? "" : ", " + opening.capacity());
    }

    private static Line closure(Closure closure) {
        return new Line(
                closure.opens() ? "open" : "closed",
                closure.scope(),
                closure.from() + ".." + closure.to() + " " + closure.reason());
    }
}
