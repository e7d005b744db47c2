package fr.perisco.workflow;

import fr.perisco.TestDatabase;
import fr.perisco.domain.Dice;
import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.SecondShare;
import fr.perisco.domain.consumption.Sharing;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.invoice.AnyMonth;
import fr.perisco.domain.invoice.DayByDay;
import fr.perisco.domain.invoice.DayByDay.BilledDay;
import fr.perisco.domain.invoice.DayByDay.Kid;
import fr.perisco.domain.invoice.PayingFamily;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Share;
import fr.perisco.domain.registration.Registration;
import fr.perisco.domain.registration.RegistrationState;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.domain.reservation.RollCall;
import fr.perisco.domain.reservation.WeekParity;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.store.FamilyChanges;
import fr.perisco.store.FamilyRegister.Link;
import fr.perisco.store.Journal;
import fr.perisco.store.MonthSheet;
import fr.perisco.store.RegistrationStore;
import fr.perisco.store.ReservationStore;
import fr.perisco.store.SetupStore;
import fr.perisco.store.SharingStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small town at random, in a database of its own. What happened on each day is drawn first, in words; it is then written
 * through the store as sets, and remembered as a plain list of billed days.
 */
final class RandomTown {
    static final List<YearMonth> MONTHS = List.of(AnyMonth.NOVEMBER, YearMonth.of(2016, 12), YearMonth.of(2017, 1));
    private static final LocalDate FIRST_DAY = LocalDate.of(2016, 11, 3);
    private static final LocalDate LAST_DAY = LocalDate.of(2017, 7, 7);
    private static final LocalDate LAST_BIRTH = LocalDate.of(2014, 12, 31);
    private static final int MOST_FAMILIES = 30;
    private static final Second NOBODY = new Second(0, null, 0);

    /** Who pays a registration as well: the weeks whose number leaves this remainder, or a part of each day. */
    private record Second(long family, @Nullable Integer remainder, int hundredths) {}

    /** What became of a day. */
    private enum Fate {
        NOTHING,
        BOOKED,
        CANCELLED,
        CANCELLED_LATE,
        WAIVED
    }

    private enum Attendance {
        NOT_RECORDED,
        PRESENT,
        ABSENT,
        EXCUSED
    }

    private final Dice dice;
    private final TestDatabase database;
    private final List<Tariff> tariffs;
    private final SortedMap<String, PayingFamily> families = new TreeMap<>();
    private final Map<Long, String> children = new HashMap<>();
    private final Map<Long, List<String>> familiesOfChild = new HashMap<>();
    private final Map<YearMonth, Map<Long, List<BilledDay>>> billed = new HashMap<>();
    private final Map<Long, LocalDate> births = new HashMap<>();
    private final Map<Long, TreeMap<LocalDate, Schooling>> schoolings = new HashMap<>();
    private final Map<Long, List<Registration>> registered = new HashMap<>();
    private final Map<Long, TreeMap<LocalDate, Second>> seconds = new HashMap<>();

    /**
     * @param database one without a town
     */
    RandomTown(Dice dice, TestDatabase database) {
        this.dice = dice;
        this.database = database;
        this.tariffs = dice.heads() ? AnyMonth.tariffs(dice) : AnyMonth.tariffsByChild(dice);
        try (Office office = openAt(FIRST_DAY)) {
            office.act("town", null, journal -> {
                setUp(office, journal);
                moveIn(office, journal);
                register(office, journal);
                return null;
            });
            List<Registration> registrations = office.read(() -> new RegistrationStore(office.database())
                    .byChild().values().stream().flatMap(List::stream).toList());
            registrations.forEach(row -> registered
                    .computeIfAbsent(row.childId(), id -> new ArrayList<>())
                    .add(row));
            office.act("share", null, journal -> {
                registrations.forEach(row -> share(office, row, journal));
                return null;
            });
            live(office, registrations);
        }
    }

    /** The office at eight o'clock of a day. */
    Office openAt(LocalDate day) {
        return openAt(day.atTime(8, 0), false);
    }

    Office openAt(LocalDateTime now, boolean rehearsal) {
        return Office.open(database.address(), new Office.Acting("clerk", now, Instant.EPOCH, rehearsal), () -> true);
    }

    /** The portal asks for a day of a family's, and nobody has decided yet. */
    void ask(String family, LocalDate day) {
        try (Connection connection = database.connect();
                Statement insert = connection.createStatement()) {
            insert.executeUpdate("""
                        INSERT INTO day_request (id, registration_id, unit_id, day_on, action, submitted_at, state, act_id)
                        SELECT (SELECT coalesce(max(id), 0) + 1 FROM day_request), min(registration.id), 1, '%s', 'add', '2016-11-03T08:00:00', 'requested', 1
                        FROM registration JOIN family ON family.id = registration.family_id WHERE family.code = '%s'
                    """.formatted(day, family));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes room for the next. */
    void abandon() {
        database.delete();
    }

    TestDatabase database() {
        return database;
    }

    SortedMap<String, PayingFamily> families() {
        return families;
    }

    /** What a family owes for a month. */
    DayByDay.Bill bill(String family, YearMonth month) {
        PayingFamily payer = families.get(family);
        return new DayByDay(tariffs, "Majoration").bill(payer, billed.get(month).getOrDefault(payer.id(), List.of()));
    }

    private void setUp(Office office, Journal journal) {
        SetupStore setup = new SetupStore(office.database());
        setup.save("payfip.numcli", "012345");
        AnyMonth.UNITS.stream().map(Unit::activity).distinct().forEach(activity -> setup.insert(activity, null));
        AnyMonth.UNITS.forEach(setup::insert);
        tariffs.forEach(tariff -> setup.insert(tariff, journal));
    }

    /** Families come in any order of their codes; some children have two. */
    private void moveIn(Office office, Journal journal) {
        List<Integer> codes =
                new ArrayList<>(IntStream.rangeClosed(1, MOST_FAMILIES).boxed().toList());
        Collections.shuffle(codes, dice.random());
        FamilyChanges changes = new FamilyChanges(office.database());
        for (int number : codes.subList(0, dice.between(10, MOST_FAMILIES))) {
            String code = "F%03d".formatted(number);
            String email = dice.oneIn(8) ? "" : "f" + number + "@exemple.fr";
            Guardian guardian = new Guardian(1, "MME", "NOM" + number, "Claire", email, "");
            long id = changes.add(
                    new Family(code, "NOM" + number, guardian, null, "", "24696", "Valmourin", null, null, null));
            PayingFamily family = new PayingFamily(
                    id,
                    code,
                    "NOM" + number,
                    new Recipient(guardian.fullName(), "", "24696", "Valmourin", email),
                    AnyMonth.quotients(dice),
                    AnyMonth.residency(dice));
            families.put(code, family);
            family.quotients().records().stream()
                    .sorted((one, other) -> Long.compare(one.id(), other.id()))
                    .forEach(row -> changes.quotient(id, row.quotientFrom(), row.countsFrom(), row.quotient()));
            family.residency().records().forEach(since -> changes.residence(id, since.from(), since.resident()));
            for (int child = dice.between(1, 2); child > 0; child--) {
                moveIn(changes, family, "E%03d%d".formatted(number, child));
            }
        }
        changes.save(journal);
    }

    private void moveIn(FamilyChanges changes, PayingFamily family, String code) {
        LocalDate birth =
                dice.oneIn(5) ? LocalDate.of(2012, 2, 29) : dice.dayBetween(LocalDate.of(2006, 1, 1), LAST_BIRTH);
        long id = changes.add(new Child(0, code, family.name(), "Enfant " + code, birth, "", "", null));
        children.put(id, code);
        births.put(id, birth);
        TreeMap<LocalDate, Schooling> schooling = new TreeMap<>();
        schooling.put(FIRST_DAY, anySchooling());
        schooling.put(dice.dayBetween(FIRST_DAY.plusDays(1), LocalDate.of(2017, 1, 31)), anySchooling());
        schooling.forEach((from, what) -> changes.schooling(id, from, what));
        schoolings.put(id, schooling);
        List<String> payers = new ArrayList<>(List.of(family.code()));
        if (families.size() > 1 && dice.oneIn(5)) {
            payers.add(dice.oneOf(families.keySet().stream()
                    .filter(other -> !other.equals(family.code()))
                    .toList()));
        }
        payers.forEach(payer -> changes.link(new Link(families.get(payer).id(), id)));
        familiesOfChild.put(id, payers);
    }

    private Schooling anySchooling() {
        return new Schooling("", "", dice.oneOf(List.of(Level.values())), dice.heads());
    }

    /** The second family of a child pays some of its registrations as well. */
    private void share(Office office, Registration registration, Journal journal) {
        List<String> payers = familiesOfChild.get(registration.childId());
        if (payers.size() == 1 || dice.oneIn(3)) {
            return;
        }
        long other = payers.stream()
                .map(code -> families.get(code).id())
                .filter(id -> id != registration.familyId())
                .findFirst()
                .orElseThrow();
        TreeMap<LocalDate, Second> records = new TreeMap<>();
        LocalDate from = dice.heads() ? FIRST_DAY : dice.dayBetween(FIRST_DAY, LocalDate.of(2017, 1, 20));
        for (int record = dice.between(1, 3); record > 0; record--) {
            boolean weeks = dice.heads();
            Second second = new Second(
                    other, weeks ? (Integer) dice.between(0, 1) : null, weeks ? 10_000 : dice.between(1, 9_999));
            SecondShare part = weeks
                    ? SecondShare.weeks(second.remainder() == 0 ? WeekParity.EVEN : WeekParity.ODD)
                    : new SecondShare(WeekParity.ALL, Share.last(second.hundredths()));
            boolean alone = dice.oneIn(4);
            new SharingStore(office.database())
                    .replaceFrom(registration.id(), new Sharing.Since(from, alone ? null : other, part), journal);
            records.put(from, alone ? NOBODY : second);
            from = from.plusDays(dice.between(1, 40));
        }
        seconds.put(registration.id(), records);
    }

    private void bill(Registration registration, Unit unit, LocalDate day, boolean cameUnbooked) {
        Map.Entry<LocalDate, Second> record =
                seconds.getOrDefault(registration.id(), new TreeMap<>()).floorEntry(day);
        Second second = record == null ? NOBODY : record.getValue();
        boolean inItsWeeks = second.remainder() == null || weekOf(day) % 2 == second.remainder();
        int first = second.equals(NOBODY) || !inItsWeeks ? 10_000 : 10_000 - second.hundredths();
        bill(registration.familyId(), registration, unit, day, cameUnbooked, 0, first);
        bill(second.family(), registration, unit, day, cameUnbooked, first, 10_000);
    }

    private static int weekOf(LocalDate day) {
        return Integer.parseInt(day.format(DateTimeFormatter.ISO_WEEK_DATE).substring(6, 8));
    }

    private void bill(
            long family, Registration registration, Unit unit, LocalDate day, boolean cameUnbooked, int from, int to) {
        if (from < to) {
            long child = registration.childId();
            billed.get(YearMonth.from(day))
                    .computeIfAbsent(family, id -> new ArrayList<>())
                    .add(new BilledDay(
                            children.get(child), unit, day, cameUnbooked, kid(family, child, day), from, to));
        }
    }

    private Kid kid(long family, long child, LocalDate day) {
        LocalDate birth = births.get(child);
        int age = 0;
        while (!birth.plusYears(age + 1L).isAfter(day)) {
            age++;
        }
        Schooling schooling = schoolings.get(child).floorEntry(day).getValue();
        String familyCode = families.values().stream()
                .filter(row -> row.id() == family)
                .findFirst()
                .orElseThrow()
                .code();
        long elders = children.keySet().stream()
                .filter(other -> familiesOfChild.get(other).contains(familyCode))
                .filter(other -> births.get(other).isBefore(birth)
                        || (births.get(other).equals(birth)
                                && children.get(other).compareTo(children.get(child)) < 0))
                .filter(other ->
                        registered.getOrDefault(other, List.of()).stream().anyMatch(row -> row.covers(day)))
                .count();
        return new Kid(age, schooling.level(), 1 + (int) elders, schooling.bringsMeal());
    }

    /** One registration an activity, two in succession, or one for each of two families. */
    private void register(Office office, Journal journal) {
        List<Registration> registrations = new ArrayList<>();
        List<Activity> activities =
                AnyMonth.UNITS.stream().map(Unit::activity).distinct().toList();
        children.keySet()
                .forEach(child -> activities.forEach(activity -> {
                    List<String> payers = familiesOfChild.get(child);
                    if (payers.size() > 1) {
                        payers.forEach(
                                payer -> registrations.add(registration(child, payer, activity, FIRST_DAY, LAST_DAY)));
                    } else if (dice.oneIn(3)) {
                        LocalDate change = dice.dayBetween(FIRST_DAY, LocalDate.of(2017, 1, 31));
                        registrations.add(registration(child, payers.get(0), activity, FIRST_DAY, change));
                        registrations.add(registration(child, payers.get(0), activity, change.plusDays(1), LAST_DAY));
                    } else if (!dice.oneIn(4)) {
                        registrations.add(registration(child, payers.get(0), activity, FIRST_DAY, LAST_DAY));
                    }
                }));
        new RegistrationStore(office.database()).insert(registrations, journal);
    }

    private Registration registration(long child, String payer, Activity activity, LocalDate from, LocalDate to) {
        return new Registration(
                0, child, families.get(payer).id(), activity.id(), from, to, RegistrationState.ACCEPTED);
    }

    private record Place(YearMonth month, Registration registration, Unit unit) {}

    private void live(Office office, List<Registration> registrations) {
        Set<String> taken = new HashSet<>();
        Map<Place, Month> lives = new LinkedHashMap<>();
        for (YearMonth month : MONTHS) {
            billed.put(month, new HashMap<>());
            for (Registration registration : registrations) {
                for (Unit unit : AnyMonth.UNITS) {
                    if (unit.activity().id() == registration.activityId() && !dice.oneIn(6)) {
                        Place place = new Place(month, registration, unit);
                        lives.put(place, anyMonth(place, taken));
                    }
                }
            }
        }
        write(
                office,
                "book",
                lives,
                (sets, life) -> dice.heads() ? sets.bookByHand(life.everBooked()) : sets.bookByRule(life.everBooked()));
        write(
                office,
                "cancel",
                lives,
                (sets, life) -> RollCall.of(
                        sets.cancel(life.where(Fate.CANCELLED))
                                .cancelLate(life.where(Fate.CANCELLED_LATE))
                                .waive(life.where(Fate.WAIVED)),
                        life.where(Attendance.PRESENT),
                        life.where(Attendance.ABSENT),
                        life.where(Attendance.EXCUSED)));
    }

    private static void write(
            Office office,
            String kind,
            Map<Place, Month> lives,
            BiFunction<ReservationMonth, Month, ReservationMonth> step) {
        office.act(kind, null, journal -> {
            for (YearMonth month : MONTHS) {
                MonthSheet sheet = new ReservationStore(office.database())
                        .sheet(month, AnyMonth.UNITS.stream().map(Unit::id).toList(), null);
                lives.forEach((place, life) -> {
                    if (place.month().equals(month)) {
                        sheet.put(step.apply(
                                sheet.of(place.unit().id(), place.registration().id()), life));
                    }
                });
                sheet.save(journal);
            }
            return null;
        });
    }

    /** A child's month at a unit; a day that another registration took is left free. */
    private Month anyMonth(Place place, Set<String> taken) {
        Registration registration = place.registration();
        Unit unit = place.unit();
        YearMonth month = place.month();
        Month life = new Month();
        registration.days(month).days(month).forEach(day -> {
            Fate fate = dice.heads() ? Fate.BOOKED : dice.oneOf(List.of(Fate.values()));
            Attendance attendance = dice.heads() ? Attendance.NOT_RECORDED : dice.oneOf(List.of(Attendance.values()));
            if (dice.oneIn(3) || !taken.add(registration.childId() + " " + unit.id() + " " + day)) {
                return;
            }
            life.put(day, fate, attendance);
            boolean booked = fate == Fate.BOOKED || fate == Fate.CANCELLED_LATE;
            boolean present = attendance == Attendance.PRESENT;
            if (fate != Fate.WAIVED && attendance != Attendance.EXCUSED && (booked || present)) {
                bill(registration, unit, day, !booked);
            }
        });
        return life;
    }

    /** The days of a month by what became of them. */
    private static final class Month {
        private final Map<Fate, DaySet> fates = new EnumMap<>(Fate.class);
        private final Map<Attendance, DaySet> attendances = new EnumMap<>(Attendance.class);

        void put(LocalDate day, Fate fate, Attendance attendance) {
            fates.merge(fate, DaySet.of(day), DaySet::union);
            attendances.merge(attendance, DaySet.of(day), DaySet::union);
        }

        DaySet where(Fate fate) {
            return fates.getOrDefault(fate, DaySet.EMPTY);
        }

        DaySet where(Attendance attendance) {
            return attendances.getOrDefault(attendance, DaySet.EMPTY);
        }

        DaySet everBooked() {
            return where(Fate.BOOKED)
                    .union(where(Fate.CANCELLED))
                    .union(where(Fate.CANCELLED_LATE))
                    .union(where(Fate.WAIVED));
        }
    }
}
