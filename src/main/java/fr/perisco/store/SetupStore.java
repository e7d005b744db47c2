package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACTIVITY;
import static fr.perisco.store.generated.Tables.CLOSURE;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.SCHOOL;
import static fr.perisco.store.generated.Tables.SCHOOL_HOLIDAY;
import static fr.perisco.store.generated.Tables.SETTING;
import static fr.perisco.store.generated.Tables.TARIFF;
import static fr.perisco.store.generated.Tables.UNIT;
import static fr.perisco.store.generated.Tables.UNIT_OPENING;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.activity.Term;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.activity.UnitOpening;
import fr.perisco.domain.calendar.Closure;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.calendar.PublicHolidays;
import fr.perisco.domain.calendar.SchoolCalendar;
import fr.perisco.domain.calendar.SchoolHolidays;
import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.calendar.Weekdays;
import fr.perisco.domain.family.Level;
import fr.perisco.domain.family.School;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.office.OfficeSettings;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffConditions;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The office's setup. */
public final class SetupStore {
    private final Database database;

    public SetupStore(Database database) {
        this.database = database;
    }

    public OfficeSettings settings() {
        SortedMap<String, String> values = new TreeMap<>();
        database.dsl()
                .select(SETTING.NAME, SETTING.VALUE)
                .from(SETTING)
                .forEach(row -> values.put(row.value1(), row.value2()));
        return new OfficeSettings(values);
    }

    public void save(String setting, String value) {
        database.dsl()
                .insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(setting, value)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, value)
                .execute();
    }

    public List<School> schools() {
        return database.dsl()
                .select(SCHOOL.ID, SCHOOL.CODE, SCHOOL.NAME)
                .from(SCHOOL)
                .orderBy(SCHOOL.ID)
                .fetch(row -> new School(row.value1(), row.value2(), row.value3()));
    }

    public void insert(String schoolCode, String name) {
        database.dsl()
                .insertInto(SCHOOL, SCHOOL.ID, SCHOOL.CODE, SCHOOL.NAME)
                .values(database.nextId(SCHOOL.ID), schoolCode, name)
                .execute();
    }

    public void update(School school) {
        database.dsl()
                .update(SCHOOL)
                .set(SCHOOL.NAME, school.name())
                .where(SCHOOL.ID.eq(school.id()))
                .execute();
    }

    public List<SchoolHolidays> holidays() {
        return database.dsl()
                .selectFrom(SCHOOL_HOLIDAY)
                .orderBy(SCHOOL_HOLIDAY.STARTS_ON, SCHOOL_HOLIDAY.DESCRIPTION)
                .fetch(row -> new SchoolHolidays(
                        SchoolYear.parse(row.getSchoolYear()).orElseThrow(),
                        row.getDescription(),
                        row.getZone(),
                        row.getStartsOn(),
                        row.getEndsOn()));
    }

    /** Takes the place of all rows there were. */
    public void replaceHolidays(List<SchoolHolidays> holidays) {
        database.dsl().deleteFrom(SCHOOL_HOLIDAY).execute();
        long id = 0;
        for (SchoolHolidays row : holidays) {
            database.dsl()
                    .insertInto(SCHOOL_HOLIDAY)
                    .values(
                            ++id,
                            row.schoolYear().toString(),
                            row.description(),
                            row.zone(),
                            row.startsOn(),
                            row.endsOn())
                    .execute();
        }
    }

    public List<Closure> closures() {
        return database.dsl()
                .selectFrom(CLOSURE)
                .orderBy(CLOSURE.FROM_ON, CLOSURE.TO_ON, CLOSURE.SCOPE)
                .fetch(row -> new Closure(
                        row.getFromOn(),
                        row.getToOn(),
                        row.getScope(),
                        row.getEffect().equals("open"),
                        row.getReason()));
    }

    /** Takes the place of all rows there were. */
    public void replaceClosures(List<Closure> closures) {
        database.dsl().deleteFrom(CLOSURE).execute();
        long id = 0;
        for (Closure row : closures) {
            database.dsl()
                    .insertInto(CLOSURE)
                    .values(++id, row.from(), row.to(), row.scope(), row.opens() ? "open" : "closed", row.reason())
                    .execute();
        }
    }

    /** The calendar of the office's zone: what was loaded for another one before the office changed does not count. */
    public SchoolCalendar calendar() {
        OfficeSettings settings = settings();
        List<SchoolHolidays> holidays = holidays().stream()
                .filter(row -> row.zone().equalsIgnoreCase(settings.zone()))
                .toList();
        return new SchoolCalendar(
                settings.schoolWeek(), new PublicHolidays(settings.alsaceMoselle()), holidays, closures());
    }

    public List<Activity> activities() {
        return database.dsl()
                .select(ACTIVITY.fields())
                .select(SCHOOL.CODE)
                .from(ACTIVITY)
                .leftJoin(SCHOOL)
                .on(SCHOOL.ID.eq(ACTIVITY.SCHOOL_ID))
                .orderBy(ACTIVITY.ID)
                .fetch(SetupStore::activity);
    }

    private static Activity activity(Record row) {
        NoticePeriod notice = NoticePeriod.parse(row.get(ACTIVITY.DEADLINE)).orElseThrow();
        String cancelDeadline = row.get(ACTIVITY.CANCEL_DEADLINE);
        return new Activity(
                row.get(ACTIVITY.ID),
                row.get(ACTIVITY.CODE),
                row.get(ACTIVITY.LABEL),
                row.get(ACTIVITY.SERVICE),
                row.get(SCHOOL.CODE),
                row.get(ACTIVITY.FROM_ON),
                row.get(ACTIVITY.TO_ON),
                notice,
                cancelDeadline == null
                        ? notice
                        : NoticePeriod.parse(cancelDeadline).orElseThrow(),
                new NumberRange(row.get(ACTIVITY.MIN_AGE), row.get(ACTIVITY.MAX_AGE)));
    }

    public long insert(Activity activity, @Nullable Long schoolId) {
        long id = database.nextId(ACTIVITY.ID);
        database.dsl()
                .insertInto(ACTIVITY)
                .set(ACTIVITY.ID, id)
                .set(ACTIVITY.CODE, activity.code())
                .set(fieldsOf(activity, schoolId))
                .execute();
        return id;
    }

    public void update(Activity activity, @Nullable Long schoolId) {
        database.dsl()
                .update(ACTIVITY)
                .set(fieldsOf(activity, schoolId))
                .where(ACTIVITY.ID.eq(activity.id()))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> fieldsOf(Activity activity, @Nullable Long schoolId) {
        Map<Field<?>, @Nullable Object> fields = new HashMap<>();
        fields.put(ACTIVITY.LABEL, activity.label());
        fields.put(ACTIVITY.SERVICE, activity.service());
        fields.put(ACTIVITY.SCHOOL_ID, schoolId);
        fields.put(ACTIVITY.FROM_ON, activity.from());
        fields.put(ACTIVITY.TO_ON, activity.to());
        fields.put(ACTIVITY.DEADLINE, activity.notice().toString());
        fields.put(
                ACTIVITY.CANCEL_DEADLINE,
                activity.cancelNotice().equals(activity.notice())
                        ? null
                        : activity.cancelNotice().toString());
        fields.put(ACTIVITY.MIN_AGE, activity.ages().lowest());
        fields.put(ACTIVITY.MAX_AGE, activity.ages().highest());
        return fields;
    }

    public List<Unit> units() {
        Map<Long, Activity> activities = new HashMap<>();
        activities().forEach(activity -> activities.put(activity.id(), activity));
        Map<Long, List<UnitOpening>> openings = new HashMap<>();
        database.dsl()
                .selectFrom(UNIT_OPENING)
                .orderBy(UNIT_OPENING.UNIT_ID, UNIT_OPENING.FROM_ON)
                .forEach(row -> openings.computeIfAbsent(row.getUnitId(), id -> new ArrayList<>())
                        .add(new UnitOpening(
                                row.getFromOn(),
                                row.getToOn(),
                                new Weekdays(row.getWeekdays()),
                                Term.parse(row.getTerm()).orElseThrow(),
                                row.getCapacity())));
        return database.dsl()
                .selectFrom(UNIT)
                .orderBy(UNIT.ID)
                .fetch(row -> new Unit(
                        row.getId(),
                        Objects.requireNonNull(activities.get(row.getActivityId())),
                        row.getCode(),
                        row.getLabel(),
                        row.getIsTaxEligible(),
                        openings.getOrDefault(row.getId(), List.of())));
    }

    public long insert(Unit unit) {
        long id = database.nextId(UNIT.ID);
        database.dsl()
                .insertInto(UNIT, UNIT.ID, UNIT.ACTIVITY_ID, UNIT.CODE, UNIT.LABEL, UNIT.IS_TAX_ELIGIBLE)
                .values(id, unit.activity().id(), unit.code(), unit.label(), unit.taxEligible())
                .execute();
        insertOpenings(id, unit.openings());
        return id;
    }

    public void update(Unit unit) {
        database.dsl()
                .update(UNIT)
                .set(UNIT.LABEL, unit.label())
                .set(UNIT.IS_TAX_ELIGIBLE, unit.taxEligible())
                .where(UNIT.ID.eq(unit.id()))
                .execute();
        database.dsl()
                .deleteFrom(UNIT_OPENING)
                .where(UNIT_OPENING.UNIT_ID.eq(unit.id()))
                .execute();
        insertOpenings(unit.id(), unit.openings());
    }

    private void insertOpenings(long unitId, List<UnitOpening> openings) {
        for (UnitOpening opening : openings) {
            database.dsl()
                    .insertInto(UNIT_OPENING)
                    .values(
                            unitId,
                            opening.from(),
                            opening.to(),
                            opening.weekdays().bits(),
                            opening.term().code(),
                            opening.capacity())
                    .execute();
        }
    }

    /** The rows in force; those that a later setup took the place of are kept for the invoices that used them. */
    public List<Tariff> tariffs() {
        return tariffs(TARIFF.RETIRED_ACT_ID.isNull());
    }

    /** The rows that were in force when a month was invoiced last. */
    public List<Tariff> tariffsWhenInvoiced(YearMonth month) {
        Long act = database.dsl()
                .select(DSL.max(INVOICE_RUN.ACT_ID))
                .from(INVOICE_RUN)
                .where(INVOICE_RUN.MONTH.eq(MonthNumber.of(month)))
                .andNotExists(DSL.selectOne()
                        .from(INVOICE)
                        .where(INVOICE.RUN_ID.eq(INVOICE_RUN.ID).and(INVOICE.CANCELS_INVOICE_ID.isNotNull())))
                .fetchOne(0, Long.class);
        return tariffs(TARIFF.ACT_ID.le(act).and(TARIFF.RETIRED_ACT_ID.isNull().or(TARIFF.RETIRED_ACT_ID.gt(act))));
    }

    /** Every row there ever was. */
    public List<Tariff> allTariffs() {
        return tariffs(DSL.noCondition());
    }

    private List<Tariff> tariffs(Condition condition) {
        return database.dsl()
                .selectFrom(TARIFF)
                .where(condition)
                .orderBy(TARIFF.ID)
                .fetch(row -> new Tariff(
                        row.getId(),
                        row.getUnitId(),
                        row.getValidFromOn(),
                        Money.ofCents(row.getQuotientFromCents()),
                        Residency.ofCode(row.getResidency()),
                        new TariffConditions(
                                new NumberRange(row.getMinAge(), row.getMaxAge()),
                                levels(row.getLevels()),
                                new NumberRange(row.getMinRank(), row.getMaxRank()),
                                row.getIsOwnMeal()),
                        moneyOrNull(row.getPriceCents()),
                        row.getRatePpm() == null ? null : row.getRatePpm().longValue(),
                        moneyOrNull(row.getMinCents()),
                        moneyOrNull(row.getMaxCents()),
                        Money.ofCents(row.getUnbookedSurchargeCents())));
    }

    private static Set<Level> levels(String written) {
        return Arrays.stream(written.split(","))
                .flatMap(name -> Level.parse(name).stream())
                .collect(Collectors.toSet());
    }

    private static @Nullable Money moneyOrNull(@Nullable Long cents) {
        return cents == null ? null : Money.ofCents(cents);
    }

    private static @Nullable Long centsOrNull(@Nullable Money amount) {
        return amount == null ? null : amount.cents();
    }

    public void insert(Tariff tariff, Journal journal) {
        database.dsl()
                .insertInto(
                        TARIFF,
                        TARIFF.ID,
                        TARIFF.UNIT_ID,
                        TARIFF.VALID_FROM_ON,
                        TARIFF.QUOTIENT_FROM_CENTS,
                        TARIFF.RESIDENCY,
                        TARIFF.MIN_AGE,
                        TARIFF.MAX_AGE,
                        TARIFF.LEVELS,
                        TARIFF.MIN_RANK,
                        TARIFF.MAX_RANK,
                        TARIFF.IS_OWN_MEAL,
                        TARIFF.PRICE_CENTS,
                        TARIFF.RATE_PPM,
                        TARIFF.MIN_CENTS,
                        TARIFF.MAX_CENTS,
                        TARIFF.UNBOOKED_SURCHARGE_CENTS,
                        TARIFF.ACT_ID)
                .values(
                        database.nextId(TARIFF.ID),
                        tariff.unitId(),
                        tariff.validFrom(),
                        tariff.quotientFrom().cents(),
                        tariff.residency().code(),
                        tariff.conditions().ages().lowest(),
                        tariff.conditions().ages().highest(),
                        tariff.conditions().writtenLevels(),
                        tariff.conditions().ranks().lowest(),
                        tariff.conditions().ranks().highest(),
                        tariff.conditions().ownMeal(),
                        centsOrNull(tariff.price()),
                        tariff.ratePpm() == null ? null : tariff.ratePpm().intValue(),
                        centsOrNull(tariff.min()),
                        centsOrNull(tariff.max()),
                        tariff.unbookedSurcharge().cents(),
                        journal.actId())
                .execute();
    }

    public void retire(Tariff tariff, Journal journal) {
        database.dsl()
                .update(TARIFF)
                .set(TARIFF.RETIRED_ACT_ID, journal.actId())
                .where(TARIFF.ID.eq(tariff.id()))
                .execute();
    }
}
