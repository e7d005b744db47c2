package fr.perisco.domain.reservation;

import fr.perisco.domain.reason.Reason;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a day whose attendance is recorded.
 *
 * @param booked whether the child was booked, cancelled late or not
 * @param notRegistered why no registration covers the day; null when one does
 * @param closed why the unit is closed; null when it is open
 * @param recorded what was recorded before; null for nothing
 */
public record DayAttended(
        LocalDate day,
        boolean booked,
        @Nullable Reason notRegistered,
        @Nullable Reason closed,
        @Nullable Attendance recorded) {
    /** Why the record makes no sense; empty when it may be kept. A child that came without booking is billed, so it must be
     * registered, and the unit open.
     *
     * @param today attendance is never recorded ahead
     */
    public Optional<Reason> objection(Attendance attendance, LocalDate today) {
        if (day.isAfter(today)) {
            return Optional.of(Reason.of("attendance.too-early", day));
        }
        if (booked || recorded != null) {
            return Optional.empty();
        }
        if (attendance != Attendance.PRESENT) {
            return Optional.of(Reason.of("attendance.not-booked", day));
        }
        return Optional.ofNullable(notRegistered != null ? notRegistered : closed);
    }
}
