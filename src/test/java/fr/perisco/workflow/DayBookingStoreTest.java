package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.TestDatabase;
import fr.perisco.domain.activity.Offer;
import fr.perisco.domain.activity.Term;
import fr.perisco.domain.calendar.MinistryCalendar;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.reservation.CancelManner;
import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.DayVerdict;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.domain.reservation.WeekParity;
import fr.perisco.domain.reservation.WeekRecap;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister.Link;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A canteen with two places; Léa has two families, the other children one each. Rules 4.4 and 4.5 of the contract. */
class DayBookingStoreTest {
    private static final LocalDate MONDAY = LocalDate.of(2016, 11, 28);
    private static final LocalDate TUESDAY = LocalDate.of(2016, 11, 29);
    private static final LocalDateTime EARLY = LocalDateTime.of(2016, 11, 7, 9, 0);
    private static final LocalDateTime TOO_LATE_FOR_MONDAY = LocalDateTime.of(2016, 11, 23, 9, 0);

    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    private TestDatabase town;
    private Office office;

    @BeforeEach
    void openACanteen() {
        town = EmptyDatabase.in(folder);
        arriveAt(EARLY);
        office.act("canteen", null, journal -> {
            SetupStore setup = new SetupStore(office.database());
            var canteen = Offer.activity(1, "CANTINE", "3 school-days 09:00");
            setup.replaceHolidays(MinistryCalendar.holidays("Zone A"));
            setup.insert(canteen, null);
            setup.insert(Offer.unit(1, canteen, Offer.opening("mon,tue,thu,fri", Term.SCHOOL, 2)));
            FamilyChanges changes = new FamilyChanges(office.database());
            long first = changes.add(family("F1"));
            long second = changes.add(family("F2"));
            long lea = changes.add(child("LEA"));
            long tom = changes.add(child("TOM"));
            long zoe = changes.add(child("ZOE"));
            long eva = changes.add(child("EVA"));
            List<Link> links = List.of(
                    new Link(first, lea),
                    new Link(second, lea),
                    new Link(first, tom),
                    new Link(second, zoe),
                    new Link(second, eva));
            links.forEach(changes::link);
            changes.save(journal);
            new RegistrationStore(office.database())
                    .insert(
                            links.stream()
                                    .map(link -> new Registration(
                                            0,
                                            link.childId(),
                                            link.familyId(),
                                            1,
                                            canteen.from(),
                                            canteen.to(),
                                            RegistrationState.ACCEPTED))
                                    .toList(),
                            journal);
            return null;
        });
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void arriveAt(LocalDateTime now) {
        if (office != null) {
            office.close();
        }
        office = Office.open(town.address(), new Office.Acting("clerk", now, Instant.EPOCH, false), () -> true);
    }

    private static Family family(String code) {
        Guardian guardian = new Guardian(1, "", code, "", "", "");
        return new Family(code, code, guardian, null, "", "", "", null, null, null);
    }

    private static Child child(String code) {
        return new Child(0, code, code, "", null, "", "", null);
    }

    private List<Verdict> add(String child, @Nullable String family, LocalDate... days) {
        return verdicts(new DayBooking(office)
                .add(new DayBooking.Order(child, "CANTINE", "U1", List.of(days), family, null, false, true)));
    }

    private List<Verdict> cancel(String child, CancelManner manner, LocalDate... days) {
        return verdicts(new DayCancellation(office)
                .cancel(new DayCancellation.Order(
                        child, "CANTINE", "U1", List.of(days), null, null, null, manner, null, false)));
    }

    private static List<Verdict> verdicts(DayReport report) {
        return report.days().stream().map(DayVerdict::verdict).toList();
    }

    private WeekRecap mondays(String child, @Nullable String family) {
        return new WeekBooking(office)
                .book(new WeekBooking.Order(
                        child,
                        "CANTINE",
                        "U1",
                        Weekdays.parse("mon").orElseThrow(),
                        MONDAY,
                        MONDAY,
                        WeekParity.ALL,
                        family,
                        true,
                        null))
                .days();
    }

    /** Each booked day with the family that pays it. */
    private List<String> booked(String child) {
        return new ReservationList(office)
                        .of(new ReservationList.Filter(
                                child,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                DayState.parse("booked").orElseThrow()))
                        .stream()
                        .map(day -> day.day() + " " + day.family())
                        .toList();
    }

    @Test
    void aDayBookedForOneFamilyIsBookedAlreadyForTheOther() {
        assertThat(add("LEA", "F1", MONDAY)).containsExactly(Verdict.BOOKED);
        assertThat(add("LEA", "F2", MONDAY)).containsExactly(Verdict.ALREADY_BOOKED);
        assertThat(mondays("LEA", "F2").alreadyBooked()).isEqualTo(1);
        assertThat(booked("LEA")).containsExactly("2016-11-28 F1");
    }

    @Test
    void eachFamilyPaysTheDaysThatItBooks() {
        add("LEA", "F1", MONDAY);
        add("LEA", "F2", TUESDAY);
        assertThat(booked("LEA")).containsExactly("2016-11-28 F1", "2016-11-29 F2");
    }

    @Test
    void theThirdChildWaitsForOneOfTheTwoPlaces() {
        add("LEA", "F1", MONDAY);
        add("TOM", null, MONDAY);
        assertThat(add("ZOE", null, MONDAY)).containsExactly(Verdict.WAITING);
        assertThat(add("ZOE", null, MONDAY)).containsExactly(Verdict.ALREADY_WAITING);
        assertThat(mondays("ZOE", null).waiting()).isEqualTo(1);
        assertThat(booked("ZOE")).isEmpty();
    }

    @Test
    void theRankGoesByTheMomentOfTheRequestNotOfItsEntry() {
        add("LEA", "F1", MONDAY);
        add("TOM", null, MONDAY);
        add("ZOE", null, MONDAY);
        arriveAt(EARLY.minusHours(1));
        assertThat(rank("EVA")).isEqualTo(Reason.of("waiting.rank", 1));
        arriveAt(EARLY.plusHours(1));
        assertThat(rank("ZOE")).isEqualTo(Reason.of("waiting.rank", 2));
    }

    private @Nullable Reason rank(String child) {
        return new DayBooking(office)
                .add(new DayBooking.Order(child, "CANTINE", "U1", List.of(MONDAY), null, null, false, true))
                .days()
                .get(0)
                .reason();
    }

    @Test
    void whoCancelsLateKeepsThePriceButNotThePlace() {
        add("LEA", "F1", MONDAY, TUESDAY);
        add("TOM", null, TUESDAY);
        arriveAt(TUESDAY.minusDays(1).atTime(10, 0));
        assertThat(cancel("LEA", CancelManner.LATE, TUESDAY)).containsExactly(Verdict.CANCELLED_LATE);
        DayReport report = new DayBooking(office)
                .add(new DayBooking.Order("ZOE", "CANTINE", "U1", List.of(TUESDAY), null, "grève", false, true));
        assertThat(verdicts(report)).containsExactly(Verdict.BOOKED);
    }

    @Test
    void aTypicalWeekLoadedAgainNeverBooksACancelledDayAgain() {
        assertThat(mondays("TOM", null).booked()).isEqualTo(1);
        cancel("TOM", CancelManner.PLAIN, MONDAY);
        assertThat(mondays("TOM", null).keptCancelled()).isEqualTo(1);
        assertThat(booked("TOM")).isEmpty();
        assertThat(add("TOM", null, MONDAY)).as("but a clerk may").containsExactly(Verdict.BOOKED);
    }

    @Test
    void oneLateDayRefusesTheWholeList() {
        arriveAt(TOO_LATE_FOR_MONDAY);
        assertThat(add("TOM", null, MONDAY, TUESDAY)).containsExactly(Verdict.TOO_LATE, Verdict.BOOKED);
        assertThat(booked("TOM")).isEmpty();
        arriveAt(TOO_LATE_FOR_MONDAY.minusSeconds(1));
        add("TOM", null, MONDAY, TUESDAY);
        assertThat(booked("TOM")).hasSize(2);
        arriveAt(TOO_LATE_FOR_MONDAY);
        assertThat(cancel("TOM", CancelManner.PLAIN, MONDAY, TUESDAY))
                .containsExactly(Verdict.TOO_LATE, Verdict.CANCELLED);
        assertThat(booked("TOM")).hasSize(2);
    }
}
