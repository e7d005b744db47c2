package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sets of days of a registration, a unit and a month.
 *
 * @param booked will come, or was to come and is billed
 * @param byRule the booked days that a typical week brought and nobody touched since
 * @param cancelled taken back by hand: no rule books them again
 * @param cancelledLate booked days on which the child will not come, billed all the same
 * @param waived cancelled days that are never billed
 * @param present came
 * @param absent did not come
 * @param excused did not come, and is not billed
 */
public record ReservationMonth(
        YearMonth month,
        long unitId,
        long registrationId,
        DaySet booked,
        DaySet byRule,
        DaySet cancelled,
        DaySet cancelledLate,
        DaySet waived,
        DaySet present,
        DaySet absent,
        DaySet excused) {
    public static ReservationMonth empty(YearMonth month, long unitId, long registrationId) {
        DaySet none = DaySet.EMPTY;
        return new ReservationMonth(month, unitId, registrationId, none, none, none, none, none, none, none, none);
    }

    /** Books days by hand: a cancelled day comes back, and no rule will touch it. */
    public ReservationMonth bookByHand(DaySet days) {
        return with(
                booked.union(days),
                byRule.minus(days),
                cancelled.minus(days),
                cancelledLate.minus(days),
                waived.minus(days));
    }

    /** Books days that a typical week names; those cancelled by hand stay cancelled. */
    public ReservationMonth bookByRule(DaySet days) {
        DaySet added = days.minus(booked).minus(cancelled);
        return with(booked.union(added), byRule.union(added), cancelled, cancelledLate, waived);
    }

    /** Takes back days that a typical week brought and names no longer; days booked by hand stay. */
    public ReservationMonth unbookByRule(DaySet days) {
        DaySet removed = days.intersect(byRule);
        return with(booked.minus(removed), byRule.minus(removed), cancelled, cancelledLate.minus(removed), waived);
    }

    /** Cancels booked days: not billed, and no rule books them again. */
    public ReservationMonth cancel(DaySet days) {
        DaySet taken = days.intersect(booked);
        return with(
                booked.minus(taken), byRule.minus(taken), cancelled.union(taken), cancelledLate.minus(taken), waived);
    }

    /** Records that a child will not come on booked days, which stay billed. */
    public ReservationMonth cancelLate(DaySet days) {
        return with(booked, byRule.minus(days), cancelled, cancelledLate.union(days.intersect(booked)), waived);
    }

    /** Cancels days that are then never billed, even if the child came. */
    public ReservationMonth waive(DaySet days) {
        return with(
                booked.minus(days),
                byRule.minus(days),
                cancelled.union(days),
                cancelledLate.minus(days),
                waived.union(days));
    }

    /**
     * Takes days back because the registration no longer covers them: unbilled, and free to be booked again if it does one
     * day. A day on which the child came all the same is waived, or it would be billed as attended without booking.
     */
    public ReservationMonth takeBack(DaySet days) {
        DaySet gone = days.intersect(booked);
        DaySet came = gone.intersect(present);
        return with(
                booked.minus(gone),
                byRule.minus(gone),
                cancelled.union(came),
                cancelledLate.minus(gone),
                waived.union(came));
    }

    /** Records attendance, in the place of what was recorded before. */
    public ReservationMonth attended(DaySet days, Attendance attendance) {
        return new ReservationMonth(
                month,
                unitId,
                registrationId,
                booked,
                byRule,
                cancelled,
                cancelledLate,
                waived,
                attendance == Attendance.PRESENT ? present.union(days) : present.minus(days),
                attendance == Attendance.ABSENT ? absent.union(days) : absent.minus(days),
                attendance == Attendance.EXCUSED ? excused.union(days) : excused.minus(days));
    }

    private ReservationMonth with(DaySet booked, DaySet byRule, DaySet cancelled, DaySet cancelledLate, DaySet waived) {
        return new ReservationMonth(
                month,
                unitId,
                registrationId,
                booked,
                byRule,
                cancelled,
                cancelledLate,
                waived,
                present,
                absent,
                excused);
    }

    /** The days on which a place and a meal are kept: for the kitchen, the roll call and capacity. */
    public DaySet expected() {
        return booked.minus(cancelledLate);
    }

    /** The days on which the child came without booking, which are billed with a surcharge. */
    public DaySet cameUnbooked() {
        return present.minus(booked).minus(waived);
    }

    /** What changed since an earlier state of the same sets: each set's additions and removals. */
    public List<DaySetChange> changesSince(ReservationMonth before) {
        List<DaySetChange> changes = new ArrayList<>();
        for (DaySetKind kind : DaySetKind.values()) {
            DaySet was = kind.of(before);
            DaySet is = kind.of(this);
            if (!was.equals(is)) {
                changes.add(new DaySetChange(kind, is.minus(was), was.minus(is)));
            }
        }
        return changes;
    }

    /** The state and attendance of one day, as lists show it; the state is empty when there is none. */
    public DayState stateOf(int dayOfMonth) {
        if (cancelledLate.contains(dayOfMonth)) {
            return DayState.CANCELLED_LATE;
        }
        if (booked.contains(dayOfMonth)) {
            return DayState.BOOKED;
        }
        return cancelled.contains(dayOfMonth) ? DayState.CANCELLED : DayState.NONE;
    }

    /** Whether the child came on a day; empty where nothing was recorded. */
    public Optional<Attendance> attendanceOf(LocalDate day) {
        if (present.contains(day)) {
            return Optional.of(Attendance.PRESENT);
        }
        if (absent.contains(day)) {
            return Optional.of(Attendance.ABSENT);
        }
        return excused.contains(day) ? Optional.of(Attendance.EXCUSED) : Optional.empty();
    }
}
