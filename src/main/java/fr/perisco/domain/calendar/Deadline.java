package fr.perisco.domain.calendar;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The moment before which a request must arrive: 08:59:59 passes, 09:00:00 is late.
 *
 * @param moment Europe/Paris wall time; null when nothing is ever late
 */
public record Deadline(@Nullable LocalDateTime moment) {
    public static final Deadline NEVER = new Deadline(null);

    public static Deadline at(LocalDateTime moment) {
        return new Deadline(moment);
    }

    /** The deadline for a day; empty when it needs a school year that is not loaded, for those who only show it. */
    public static Optional<Deadline> ifKnown(NoticePeriod notice, LocalDate day, SchoolCalendar calendar) {
        try {
            return Optional.of(notice.deadline(day, calendar));
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    public boolean isOpenAt(LocalDateTime arrival) {
        return moment == null || arrival.isBefore(moment);
    }

    /** Why a request that came too late is refused. */
    public Reason passed() {
        return moment == null ? Reason.of("deadline.none") : Reason.of("deadline.passed", moment);
    }
}
