package fr.perisco.domain.activity;

import fr.perisco.domain.calendar.Closure;
import fr.perisco.domain.calendar.DayKind;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The days on which units are open (contract, rule 4.2). A month of a unit is worked out once and serves every child.
 */
public final class OpenDays {
    private record UnitMonth(long unitId, YearMonth month) {}

    private final SchoolCalendar calendar;
    private final Map<UnitMonth, DaySet> known = new HashMap<>();

    public OpenDays(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The open days of a unit in a month.
     *
     * @throws fr.perisco.domain.reason.Refused when the unit is offered in a part of it whose school year is not loaded
     */
    public DaySet in(Unit unit, YearMonth month) {
        return known.computeIfAbsent(new UnitMonth(unit.id(), month), key -> {
            DaySet offered = DaySet.between(
                    month, unit.activity().from(), unit.activity().to());
            int bits = 0;
            for (LocalDate day : offered.days(month).toList()) {
                if (whyClosed(unit, day).isEmpty()) {
                    bits |= DaySet.of(day).bits();
                }
            }
            return DaySet.ofBits(bits);
        });
    }

    public boolean isOpen(Unit unit, LocalDate day) {
        return in(unit, YearMonth.from(day)).contains(day);
    }

    /** Why the unit is closed on a day; empty when it is open. */
    public Optional<Reason> whyClosed(Unit unit, LocalDate day) {
        Activity activity = unit.activity();
        if (day.isBefore(activity.from()) || day.isAfter(activity.to())) {
            return Optional.of(
                    Reason.of("closed.outside-activity", day, activity.code(), activity.from(), activity.to()));
        }
        Optional<UnitOpening> opening = unit.openingOn(day);
        if (opening.isEmpty()) {
            return Optional.of(Reason.of("closed.outside-opening", day, unit.code()));
        }
        if (calendar.isPublicHoliday(day)) {
            return Optional.of(Reason.of(
                    "closed.public-holiday",
                    day,
                    Reason.of("public-holiday." + calendar.workingStatusOf(day).detail())));
        }
        Predicate<String> ownScope = scope -> scope.equals(Closure.ALL) || scope.equals(activity.code());
        boolean lifted = calendar.isOpened(day, ownScope);
        if (!lifted && calendar.isClosed(day, ownScope)) {
            return Optional.of(Reason.of("closed.closure", day, reasonOfClosure(day, ownScope)));
        }
        boolean schoolOpened = opening.get().term() != Term.HOLIDAYS
                && calendar.isOpened(day, Closure.SCHOOL::equals)
                && calendar.isSchoolDay(day);
        if (!lifted && !schoolOpened && !opening.get().weekdays().contains(day)) {
            return Optional.of(
                    Reason.of("closed.weekday", day, unit.code(), opening.get().weekdays()));
        }
        return closedByTerm(opening.get().term(), day);
    }

    private Optional<Reason> closedByTerm(Term term, LocalDate day) {
        boolean inHolidays = Weekdays.MONDAY_TO_FRIDAY.contains(day) && calendar.isInSchoolHolidays(day);
        boolean open = switch (term) {
            case SCHOOL -> calendar.isSchoolDay(day);
            case HOLIDAYS -> inHolidays;
            case BOTH -> calendar.isSchoolDay(day) || inHolidays;
        };
        if (open) {
            return Optional.empty();
        }
        DayKind kind = calendar.statusOf(day).kind();
        return Optional.of(
                kind == DayKind.SCHOOL_DAY
                        ? Reason.of("closed.school-term", day)
                        : Reason.of(
                                "closed." + kind.code(),
                                day,
                                calendar.statusOf(day).detail()));
    }

    private String reasonOfClosure(LocalDate day, Predicate<String> scope) {
        return calendar.closures().stream()
                .filter(row -> !row.opens() && scope.test(row.scope()) && row.covers(day))
                .map(Closure::reason)
                .findFirst()
                .orElse("");
    }
}
