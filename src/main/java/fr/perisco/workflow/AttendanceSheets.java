package fr.perisco.workflow;

import fr.perisco.domain.activity.OpenDays;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.reservation.Attendance;
import fr.perisco.domain.reservation.DayAttended;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import fr.perisco.store.ReservationStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges and keeps attendance, day by day. Only inside an act. */
final class AttendanceSheets {
    /** What became of one record. */
    enum Outcome {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private final LocalDate today;
    private final OpenDays openDays;
    private final ReservationStore reservations;
    private final List<Unit> units;
    private final @Nullable Collection<Long> registrationIds;
    private final Map<YearMonth, MonthSheet> sheets = new TreeMap<>();

    /**
     * @param registrationIds the registrations that attendance is recorded for, where they are few; null to look at all
     */
    AttendanceSheets(Office office, @Nullable Collection<Long> registrationIds) {
        SetupStore setup = new SetupStore(office.database());
        this.today = office.today();
        this.openDays = new OpenDays(setup.calendar());
        this.reservations = new ReservationStore(office.database());
        this.units = setup.units();
        this.registrationIds = registrationIds;
    }

    List<Unit> units() {
        return units;
    }

    /**
     * Why a record makes no sense; empty when it may be kept.
     *
     * @param registrations the child's
     */
    Optional<Reason> objection(
            String child, List<Registration> registrations, Unit unit, LocalDate day, Attendance attendance) {
        Optional<ReservationMonth> sets = sets(registrations, unit, day);
        return new DayAttended(
                        day,
                        sets.filter(month -> month.booked().contains(day)).isPresent(),
                        sets.isPresent()
                                ? null
                                : Reason.of(
                                        "registration.none",
                                        child,
                                        unit.activity().code(),
                                        day),
                        openDays.whyClosed(unit, day).orElse(null),
                        sets.flatMap(month -> month.attendanceOf(day)).orElse(null))
                .objection(attendance, today);
    }

    /** Keeps a record without objection. */
    Outcome keep(List<Registration> registrations, Unit unit, LocalDate day, Attendance attendance) {
        ReservationMonth before = sets(registrations, unit, day).orElseThrow();
        Optional<Attendance> recorded = before.attendanceOf(day);
        if (recorded.filter(attendance::equals).isPresent()) {
            return Outcome.UNCHANGED;
        }
        sheet(day).put(before.attended(DaySet.of(day), attendance));
        return recorded.isPresent() ? Outcome.CHANGED : Outcome.NEW;
    }

    void save(Journal journal) {
        sheets.values().forEach(sheet -> sheet.save(journal));
    }

    /** The sets that hold the day booked or attended, of whichever of the child's families; else those that may. */
    private Optional<ReservationMonth> sets(List<Registration> registrations, Unit unit, LocalDate day) {
        Predicate<ReservationMonth> holds =
                month -> month.booked().contains(day) || month.attendanceOf(day).isPresent();
        List<Registration> own = registrations.stream()
                .filter(row -> row.activityId() == unit.activity().id())
                .toList();
        return own.stream()
                .map(row -> sheet(day).of(unit.id(), row.id()))
                .filter(holds)
                .findFirst()
                .or(() -> own.stream()
                        .filter(row -> row.covers(day))
                        .map(row -> sheet(day).of(unit.id(), row.id()))
                        .findFirst());
    }

    private MonthSheet sheet(LocalDate day) {
        return sheets.computeIfAbsent(
                YearMonth.from(day),
                month -> reservations.sheet(month, units.stream().map(Unit::id).toList(), registrationIds));
    }
}
