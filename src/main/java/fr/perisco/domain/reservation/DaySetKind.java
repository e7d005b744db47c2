package fr.perisco.domain.reservation;

import fr.perisco.domain.calendar.DaySet;
import java.util.Locale;
import java.util.function.Function;

/** The sets whose history is kept; the number is the one that the history stores. */
public enum DaySetKind {
    BOOKED(1, ReservationMonth::booked),
    CANCELLED(2, ReservationMonth::cancelled),
    CANCELLED_LATE(3, ReservationMonth::cancelledLate),
    WAIVED(4, ReservationMonth::waived),
    PRESENT(5, ReservationMonth::present),
    ABSENT(6, ReservationMonth::absent),
    EXCUSED(7, ReservationMonth::excused);

    private final int number;
    private final Function<ReservationMonth, DaySet> set;

    DaySetKind(int number, Function<ReservationMonth, DaySet> set) {
        this.number = number;
        this.set = set;
    }

    public int number() {
        return number;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static DaySetKind ofNumber(int number) {
        return values()[number - 1];
    }

    public DaySet of(ReservationMonth sets) {
        return set.apply(sets);
    }
}
