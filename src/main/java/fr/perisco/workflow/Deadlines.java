package fr.perisco.workflow;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last moments for adding and for cancelling, and how they are counted. */
public final class Deadlines {
    /**
     * The deadlines of a day; empty where they need a school year that is not loaded.
     */
    public record Row(String activity, LocalDate day, Optional<Deadline> add, Optional<Deadline> cancel) {}

    /** A deadline and the days walked back to it. */
    public record Explanation(Activity activity, LocalDate day, List<NoticePeriod.Step> steps, Deadline deadline) {}

    private final Office office;

    public Deadlines(Office office) {
        this.office = office;
    }

    /**
     * @param activityCode null for all
     * @param from null for the first day of the loaded calendar
     * @param to null for its last day
     */
    public List<Row> show(@Nullable String activityCode, @Nullable LocalDate from, @Nullable LocalDate to) {
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            SchoolCalendar calendar = setup.calendar();
            List<Row> rows = new ArrayList<>();
            for (Activity activity : activities(setup, activityCode)) {
                for (SchoolYear year : calendar.loadedYears()) {
                    year.firstDay()
                            .datesUntil(year.lastDay().plusDays(1))
                            .filter(day -> from == null || !day.isBefore(from))
                            .filter(day -> to == null || !day.isAfter(to))
                            .forEach(day -> rows.add(row(activity, day, calendar)));
                }
            }
            if (rows.isEmpty() && from != null) {
                throw Refused.because("calendar.not-loaded", SchoolYear.of(from).toString(), from);
            }
            return rows;
        });
    }

    private static Row row(Activity activity, LocalDate day, SchoolCalendar calendar) {
        return new Row(
                activity.code(),
                day,
                Deadline.ifKnown(activity.notice(), day, calendar),
                Deadline.ifKnown(activity.cancelNotice(), day, calendar));
    }

    private static List<Activity> activities(SetupStore setup, @Nullable String code) {
        List<Activity> found = setup.activities().stream()
                .filter(activity -> code == null || activity.code().equals(code))
                .toList();
        if (code != null && found.isEmpty()) {
            throw Refused.because("unknown.activity", code);
        }
        return found;
    }

    /**
     * @param forCancelling whether the deadline for cancelling is meant, rather than the one for adding
     * @throws Refused when it needs a school year that is not loaded
     */
    public Explanation explain(String activityCode, LocalDate day, boolean forCancelling) {
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            Activity activity = activities(setup, activityCode).get(0);
            SchoolCalendar calendar = setup.calendar();
            NoticePeriod notice = forCancelling ? activity.cancelNotice() : activity.notice();
            return new Explanation(activity, day, notice.walkBack(day, calendar), notice.deadline(day, calendar));
        });
    }

    /**
     * The deadlines for cancelling in a week.
     *
     * @param notLoaded why some of its days are missing; empty when none is
     */
    public record Week(List<Explanation> days, Optional<Reason> notLoaded) {}

    /**
     * The school days of the week that holds a day, and those on which the activity is open, each with its deadline for
     * cancelling.
     *
     * @throws Refused when no day of the week lies in a loaded school year
     */
    public Week table(String activityCode, LocalDate inWeek) {
        return office.read(() -> {
            SetupStore setup = new SetupStore(office.database());
            Activity activity = activities(setup, activityCode).get(0);
            SchoolCalendar calendar = setup.calendar();
            OpenDays openDays = new OpenDays(calendar);
            List<Unit> units = setup.units().stream()
                    .filter(unit -> unit.activity().id() == activity.id())
                    .toList();
            List<LocalDate> week = DaySpan.ofWeek(inWeek).days().toList();
            List<LocalDate> loaded = week.stream().filter(calendar::isLoaded).toList();
            Optional<Reason> notLoaded = week.stream()
                    .filter(day -> !calendar.isLoaded(day))
                    .findFirst()
                    .map(day ->
                            Reason.of("calendar.not-loaded", SchoolYear.of(day).toString(), day));
            if (loaded.isEmpty()) {
                throw new Refused(List.of(notLoaded.orElseThrow()));
            }
            return new Week(
                    loaded.stream()
                            .filter(day -> calendar.isSchoolDay(day)
                                    || units.stream()
                                            .anyMatch(unit -> openDays.whyClosed(unit, day)
                                                    .isEmpty()))
                            .map(day -> new Explanation(
                                    activity,
                                    day,
                                    activity.cancelNotice().walkBack(day, calendar),
                                    activity.cancelNotice().deadline(day, calendar)))
                            .toList(),
                    notLoaded);
        });
    }

    /** The activity whose table is shown when none is named: the first of the setup. */
    public String firstActivity() {
        return office.read(() -> activities(new SetupStore(office.database()), null).stream()
                .findFirst()
                .map(Activity::code)
                .orElseThrow(() -> Refused.because("setup.no-activity")));
    }
}
