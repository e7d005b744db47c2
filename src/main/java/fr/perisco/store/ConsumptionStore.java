package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;
import static fr.perisco.store.generated.Tables.GUARDIAN;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;
import static fr.perisco.store.generated.Tables.WEEK_REQUEST;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.invoice.ConsumedMonth;
import fr.perisco.domain.invoice.FamilyMonth;
import fr.perisco.domain.invoice.InvoicedMonth;
import fr.perisco.domain.invoice.PayingFamily;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.tariff.ChildSituation;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** What a month's invoices are made of: who consumed what, and on which terms each family pays. */
public final class ConsumptionStore {
    private static final List<Field<String>> FAMILY_TEXTS = List.of(
            FAMILY.CODE,
            FAMILY.NAME,
            FAMILY.ADDRESS,
            FAMILY.POSTCODE,
            FAMILY.CITY,
            FAMILY.LOGIN,
            GUARDIAN.CIVILITY,
            GUARDIAN.LAST_NAME,
            GUARDIAN.FIRST_NAME);

    private final Database database;

    public ConsumptionStore(Database database) {
        this.database = database;
    }

    /**
     * What the families without an invoice for the month consumed in it, and what of theirs was touched after its invoice.
     *
     * @param pricesByChild whether some price depends on the child
     */
    public List<FamilyMonth> toInvoice(YearMonth month, List<Unit> units, boolean pricesByChild) {
        Supplier<List<PayingFamily>> paying =
                database.beside(other -> new ConsumptionStore(other).payingFamilies(pricesByChild));
        Set<Long> invoiced = invoiced(month);
        Map<Long, List<ConsumedMonth>> consumed = consumed(month, units, invoiced);
        Map<Long, List<InvoicedMonth>> touched = new AdjustmentStore(database).touchedBefore(month, units);
        touched.keySet().removeAll(invoiced);
        if (consumed.isEmpty() && touched.isEmpty()) {
            return List.of();
        }
        List<FamilyMonth> families = new ArrayList<>(consumed.size());
        for (PayingFamily family : paying.get()) {
            List<ConsumedMonth> days = consumed.getOrDefault(family.id(), List.of());
            List<InvoicedMonth> earlier = touched.getOrDefault(family.id(), List.of());
            if (!days.isEmpty() || !earlier.isEmpty()) {
                families.add(new FamilyMonth(family, days, earlier));
            }
        }
        return families;
    }

    /** What of a family's was touched after its invoices of before a month; empty when nothing was. */
    public Optional<FamilyMonth> toCorrect(long familyId, YearMonth month, List<Unit> units) {
        AdjustmentStore adjustments = new AdjustmentStore(database);
        if (!adjustments.isTouched(familyId)) {
            return Optional.empty();
        }
        return Optional.ofNullable(adjustments.touchedBefore(month, units).get(familyId))
                .map(touched -> new FamilyMonth(payingFamily(familyId), List.of(), touched));
    }

    private List<PayingFamily> payingFamilies(boolean pricesByChild) {
        Map<Long, Map<String, ChildSituation>> children =
                pricesByChild ? new ChildSituations(database).all() : Map.of();
        List<PayingFamily> families = new ArrayList<>();
        eachPayingFamily(
                DSL.noCondition(),
                DSL.noCondition(),
                DSL.noCondition(),
                id -> children.getOrDefault(id, Map.of()),
                families::add);
        return families;
    }

    /** A family as invoicing sees it. */
    public PayingFamily payingFamily(long familyId) {
        List<PayingFamily> found = new ArrayList<>(1);
        eachPayingFamily(
                FAMILY.ID.eq(familyId),
                FAMILY_QUOTIENT.FAMILY_ID.eq(familyId),
                FAMILY_RESIDENCY.FAMILY_ID.eq(familyId),
                id -> new ChildSituations(database).ofFamily(id),
                found::add);
        return found.get(0);
    }

    private void eachPayingFamily(
            Condition ofFamily,
            Condition ofQuotient,
            Condition ofResidency,
            LongFunction<Map<String, ChildSituation>> children,
            Consumer<PayingFamily> sink) {
        Map<Long, List<FamilyQuotient>> quotients = FamilyHistories.quotients(database, ofQuotient);
        Map<Long, List<ResidencyHistory.Since>> residencies = FamilyHistories.residencies(database, ofResidency);
        Rows.each(database, payingFamilies(ofFamily), row -> {
            long id = row.getLong(1);
            String[] texts = Rows.unpacked(row, 2, FAMILY_TEXTS.size());
            sink.accept(new PayingFamily(
                    id,
                    texts[0],
                    texts[1],
                    recipient(texts),
                    new QuotientHistory(quotients.getOrDefault(id, List.of())),
                    new ResidencyHistory(residencies.getOrDefault(id, List.of())),
                    children.apply(id)));
        });
    }

    private Map<Long, List<ConsumedMonth>> consumed(YearMonth month, List<Unit> units, Set<Long> invoiced) {
        Map<Long, List<ConsumedMonth>> consumed = new HashMap<>();
        new ConsumedMonths(database, units).each(month, DSL.noCondition(), (familyId, row) -> {
            if (!row.consumption().isEmpty() && !invoiced.contains(familyId)) {
                consumed.computeIfAbsent(familyId, id -> new ArrayList<>(2)).add(row);
            }
        });
        return consumed;
    }

    private Set<Long> invoiced(YearMonth month) {
        return new HashSet<>(database.dsl()
                .select(INVOICE.FAMILY_ID)
                .from(INVOICE)
                .where(INVOICE.MONTH.eq(MonthNumber.of(month)).and(Standing.isTrue()))
                .fetch(INVOICE.FAMILY_ID));
    }

    /** Families with days billed in an invoiced month for which they have no invoice, and that month. */
    public List<NeverInvoiced> neverInvoiced(YearMonth before, List<Unit> units) {
        List<NeverInvoiced> found = new ArrayList<>(neverInvoicedAlone(before));
        found.addAll(neverInvoicedShares(before, units));
        found.sort(Comparator.comparing(NeverInvoiced::month).thenComparing(NeverInvoiced::familyCode));
        return found.stream().distinct().toList();
    }

    private List<NeverInvoiced> neverInvoicedShares(YearMonth before, List<Unit> units) {
        List<NeverInvoiced> found = new ArrayList<>();
        ConsumedMonths months = new ConsumedMonths(database, units);
        FamilyStore families = new FamilyStore(database);
        invoicedMonths(before).forEach(month -> {
            Set<Long> invoiced = invoiced(MonthNumber.read(month));
            months.each(MonthNumber.read(month), SharingStore.isShared(), (familyId, row) -> {
                if (!row.consumption().isEmpty() && !invoiced.contains(familyId)) {
                    found.add(new NeverInvoiced(families.familyCode(familyId), MonthNumber.read(month)));
                }
            });
        });
        return found;
    }

    private List<Integer> invoicedMonths(YearMonth before) {
        return database.dsl()
                .selectDistinct(INVOICE_RUN.MONTH)
                .from(INVOICE_RUN)
                .where(INVOICE_RUN.MONTH.lt(MonthNumber.of(before)))
                .fetch(INVOICE_RUN.MONTH);
    }

    /** Months with days billed for which no invoice was ever issued, in order. */
    public List<YearMonth> neverRun(YearMonth before) {
        Integer first = database.dsl()
                .select(DSL.min(RESERVATION_MONTH.MONTH))
                .from(RESERVATION_MONTH)
                .fetchOne(0, Integer.class);
        if (first == null) {
            return List.of();
        }
        Set<Integer> invoiced = new HashSet<>(invoicedMonths(before));
        return Stream.iterate(MonthNumber.read(first), month -> month.isBefore(before), month -> month.plusMonths(1))
                .filter(month -> !invoiced.contains(MonthNumber.of(month)))
                .filter(month -> database.dsl()
                        .fetchExists(
                                RESERVATION_MONTH,
                                RESERVATION_MONTH
                                        .MONTH
                                        .eq(MonthNumber.of(month))
                                        .and(isBilled())))
                .toList();
    }

    private static Condition isBilled() {
        Field<Integer> cameUnbooked = RESERVATION_MONTH.PRESENT.bitAnd(RESERVATION_MONTH.WAIVED.bitNot());
        return RESERVATION_MONTH
                .BOOKED
                .bitOr(cameUnbooked)
                .bitAnd(RESERVATION_MONTH.EXCUSED.bitNot())
                .ne(DSL.inline(0));
    }

    private List<NeverInvoiced> neverInvoicedAlone(YearMonth before) {
        return database.dsl()
                .selectDistinct(FAMILY.CODE, RESERVATION_MONTH.MONTH)
                .from(RESERVATION_MONTH)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                .join(FAMILY)
                .on(FAMILY.ID.eq(REGISTRATION.FAMILY_ID))
                .where(RESERVATION_MONTH.MONTH.in(invoicedMonths(before)))
                .and(isBilled())
                .and(DSL.not(SharingStore.isShared()))
                .andNotExists(DSL.selectOne()
                        .from(INVOICE)
                        .where(INVOICE.FAMILY_ID.eq(FAMILY.ID).and(INVOICE.MONTH.eq(RESERVATION_MONTH.MONTH)))
                        .and(Standing.isTrue()))
                .fetch(row -> new NeverInvoiced(row.value1(), MonthNumber.read(row.value2())));
    }

    /** A month that others were invoiced for, and a family with days in it was not. */
    public record NeverInvoiced(String familyCode, YearMonth month) {}

    private Select<?> payingFamilies(Condition condition) {
        return database.dsl()
                .select(FAMILY.ID, Rows.packed(FAMILY_TEXTS))
                .from(FAMILY)
                .leftJoin(GUARDIAN)
                .on(GUARDIAN.FAMILY_ID.eq(FAMILY.ID).and(GUARDIAN.RANK.eq(1)))
                .where(condition)
                .orderBy(FAMILY.CODE);
    }

    private static Recipient recipient(String[] texts) {
        String guardian = new Guardian(1, texts[6], texts[7], texts[8], "", "").fullName();
        return new Recipient(guardian.isEmpty() ? texts[1] : guardian, texts[2], texts[3], texts[4], texts[5]);
    }

    /**
     * Requests for days of the month that wait for a decision, of families without an invoice for it: of the payer where a
     * registration has the day, else of the family that asks. Of a typical week its first day in the month counts.
     *
     * @param now what was submitted later has not reached the office, Europe/Paris wall time
     */
    public List<Undecided> undecided(YearMonth month, LocalDateTime now) {
        Condition notInvoiced = DSL.notExists(DSL.selectOne()
                .from(INVOICE)
                .where(INVOICE.FAMILY_ID.eq(FAMILY.ID).and(INVOICE.MONTH.eq(MonthNumber.of(month))))
                .and(Standing.isTrue()));
        Condition asksForADay = DAY_REQUEST
                .STATE
                .eq("requested")
                .and(DAY_REQUEST.DAY_ON.between(month.atDay(1), month.atEndOfMonth()))
                .and(DAY_REQUEST.SUBMITTED_AT.le(Moments.written(now)))
                .and(notInvoiced);
        List<Undecided> undecided = new ArrayList<>(database.dsl()
                .select(FAMILY.CODE, CHILD.CODE, DAY_REQUEST.DAY_ON)
                .from(DAY_REQUEST)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(DAY_REQUEST.REGISTRATION_ID))
                .join(FAMILY)
                .on(SharingStore.isPaidBy(FAMILY.ID))
                .join(CHILD)
                .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                .where(asksForADay)
                .fetch(row -> new Undecided(row.value1(), row.value2(), row.value3())));
        undecided.addAll(database.dsl()
                .select(FAMILY.CODE, CHILD.CODE, DAY_REQUEST.DAY_ON)
                .from(DAY_REQUEST)
                .join(FAMILY)
                .on(DSL.lower(FAMILY.LOGIN).eq(DAY_REQUEST.LOGIN))
                .join(CHILD)
                .on(CHILD.CODE.eq(DAY_REQUEST.CHILD))
                .where(asksForADay)
                .and(DAY_REQUEST.REGISTRATION_ID.isNull())
                .and(MembershipStore.isOn(FAMILY.ID, CHILD.ID, DAY_REQUEST.DAY_ON))
                .fetch(row -> new Undecided(row.value1(), row.value2(), row.value3())));
        undecided.addAll(database.dsl()
                .select(FAMILY.CODE, CHILD.CODE, WEEK_REQUEST.FROM_ON)
                .from(WEEK_REQUEST)
                .join(FAMILY)
                .on(DSL.lower(FAMILY.LOGIN).eq(WEEK_REQUEST.LOGIN))
                .join(CHILD)
                .on(CHILD.CODE.eq(WEEK_REQUEST.CHILD))
                .where(WEEK_REQUEST.STATE.eq("requested"))
                .and(WEEK_REQUEST.FROM_ON.le(month.atEndOfMonth()))
                .and(WEEK_REQUEST.TO_ON.ge(month.atDay(1)))
                .and(WEEK_REQUEST.SUBMITTED_AT.le(Moments.written(now)))
                .and(notInvoiced)
                .fetch(row -> new Undecided(
                        row.value1(),
                        row.value2(),
                        row.value3().isBefore(month.atDay(1)) ? month.atDay(1) : row.value3())));
        undecided.sort(Comparator.comparing(Undecided::familyCode)
                .thenComparing(Undecided::childCode)
                .thenComparing(Undecided::day));
        return undecided;
    }

    /** A request in the month that nobody has decided yet. */
    public record Undecided(String familyCode, String childCode, LocalDate day) {}
}
