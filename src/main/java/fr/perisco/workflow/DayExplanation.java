package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.registration.ListedRegistration;
import fr.perisco.domain.reservation.AskedDay;
import fr.perisco.domain.reservation.DayHistory;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.store.DayHistoryStore;
import fr.perisco.store.DayRequestStore;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.TypicalWeekStore;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Tells how a day of a child at a unit came to what it is: the rules on it, all that was asked and done, and the bill. */
public final class DayExplanation {
    /**
     * A registration that covers the day, decided or not.
     *
     * @param history what was done to the day, in order
     * @param documents the numbers of the invoices and credit notes that bill it or take it back
     */
    public record Place(ListedRegistration registration, List<DayHistory.Step> history, List<String> documents) {}

    /**
     * @param now the moment that counts, Europe/Paris wall time
     * @param states as lists show the day, one a payer; empty when nothing is known of it
     * @param closed why the unit is closed that day; empty when it is open
     * @param adding until when it can be added; empty where the school year is not loaded
     * @param weeks the typical weeks that name it
     * @param expected how many children the unit expects that day
     */
    public record Answer(
            Child child,
            Unit unit,
            LocalDate day,
            LocalDateTime now,
            List<ListedDay> states,
            Optional<Reason> closed,
            Optional<Deadline> adding,
            Optional<Deadline> cancelling,
            List<Place> places,
            List<TypicalWeek> weeks,
            List<AskedDay> asked,
            int expected) {}

    private final Office office;

    public DayExplanation(Office office) {
        this.office = office;
    }

    /**
     * @throws Refused when a code is unknown, or the day's school year is not loaded
     */
    public Answer of(String childCode, String activityCode, String unitCode, LocalDate day) {
        return office.read(() -> {
            SecondPayers seconds = new SecondPayers(office);
            DayDesk desk = new DayDesk(office, childCode, activityCode, unitCode, null);
            YearMonth month = YearMonth.from(day);
            DayHistoryStore histories = new DayHistoryStore(office.database());
            return new Answer(
                    desk.child,
                    desk.unit,
                    day,
                    office.now(),
                    new ReservationList(office)
                            .of(new ReservationList.Filter(
                                    childCode, null, null, activityCode, unitCode, day, day, null)),
                    desk.rules.openDays().whyClosed(desk.unit, day),
                    Deadline.ifKnown(desk.unit.activity().notice(), day, desk.rules.calendar()),
                    Deadline.ifKnown(desk.unit.activity().cancelNotice(), day, desk.rules.calendar()),
                    new RegistrationStore(office.database())
                            .named(childCode, null, activityCode, null).stream()
                                    .filter(named -> named.registration().overlaps(day, day))
                                    .map(named -> new Place(
                                            RegistrationList.listed(named, "", seconds.of(named.registration(), day)),
                                            histories
                                                    .of(
                                                            month,
                                                            desk.unit.id(),
                                                            named.registration().id())
                                                    .stepsOf(day.getDayOfMonth()),
                                            histories.documentsOf(
                                                    day,
                                                    desk.unit.id(),
                                                    named.registration().id())))
                                    .toList(),
                    new TypicalWeekStore(office.database())
                            .ofChild(desk.child.id()).stream()
                                    .filter(week -> week.unitId() == desk.unit.id())
                                    .filter(week -> week.in(month).contains(day))
                                    .toList(),
                    new DayRequestStore(office.database()).asked(desk.child, desk.unit, day),
                    desk.reservations.occupancy(desk.unit.id(), month).on(day));
        });
    }
}
