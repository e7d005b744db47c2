package fr.perisco.workflow;

import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.activity.OpeningChange;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.OpeningStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes which days a change of the setup opens or closes, so that typical weeks can be applied to them again. Only inside an act. */
final class OpeningWatch {
    /** The open days of one unit at one moment, asked as often as needed. */
    private record Seen(Unit unit, OpenDays openDays) {
        /** A school year that is not loaded holds no open day. */
        DaySet in(YearMonth month) {
            try {
                return openDays.in(unit, month);
            } catch (Refused notLoaded) {
                return DaySet.EMPTY;
            }
        }
    }

    private final Office office;
    private final Map<Long, Seen> before;

    /** Remembers how things are. */
    OpeningWatch(Office office) {
        this.office = office;
        this.before = see();
    }

    private Map<Long, Seen> see() {
        SetupStore setup = new SetupStore(office.database());
        OpenDays openDays = new OpenDays(setup.calendar());
        Map<Long, Seen> seen = new HashMap<>();
        setup.units().forEach(unit -> seen.put(unit.id(), new Seen(unit, openDays)));
        return seen;
    }

    /**
     * Notes what has changed since; a unit that was not there then has no typical week.
     *
     * @return the days that opened or closed
     */
    List<OpeningChange> note() {
        List<OpeningChange> changes = new ArrayList<>();
        see().forEach((id, now) -> {
            Seen then = before.get(id);
            if (then != null) {
                changes.addAll(between(then, now));
            }
        });
        new OpeningStore(office.database()).note(changes);
        return changes;
    }

    /** Whether a day for which a child waits has more places than before. */
    boolean hasMorePlacesToGive() {
        Map<Long, Seen> now = see();
        return new DayRequestStore(office.database())
                .waiting().stream()
                        .filter(request -> request.day().isAfter(office.today()))
                        .anyMatch(request -> {
                            Seen then = before.get(request.unitId());
                            Seen later = now.get(request.unitId());
                            return then != null
                                    && later != null
                                    && places(later, request.day()) > places(then, request.day());
                        });
    }

    private static int places(Seen seen, LocalDate day) {
        return seen.unit().openingOn(day).isEmpty()
                ? 0
                : seen.unit().capacityOn(day).orElse(Integer.MAX_VALUE);
    }

    private static List<OpeningChange> between(Seen then, Seen now) {
        List<OpeningChange> changes = new ArrayList<>();
        YearMonth last = YearMonth.from(
                later(then.unit().activity().to(), now.unit().activity().to()));
        YearMonth month = YearMonth.from(
                earlier(then.unit().activity().from(), now.unit().activity().from()));
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            DaySet was = then.in(month);
            DaySet is = now.in(month);
            if (!was.equals(is)) {
                changes.add(
                        new OpeningChange(now.unit().id(), month, was.minus(is).union(is.minus(was))));
            }
        }
        return changes;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
