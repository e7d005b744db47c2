package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;
import static fr.perisco.store.generated.Tables.GUARDIAN;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_LINE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.INVOICE_SERIES;
import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.LINE_WORDING;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.RESERVATION_MONTH;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.Consumption;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.invoice.ConsumedMonth;
import fr.perisco.domain.invoice.FamilyMonth;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.LineKind;
import fr.perisco.domain.invoice.LinePiece;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.invoice.PayingFamily;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Invoices: what a month's are made of, and those that were issued. */
public final class InvoiceStore {
    private static final byte[] START_OF_CHAIN = new byte[32];

    /**
     * Where a series stands.
     *
     * @param lastNumber 0 when it has none yet
     * @param lastIssuedOn null when it has none yet
     */
    public record Series(
            String prefix, long lastNumber, @Nullable LocalDate lastIssuedOn) {}

    /** A request in the month that nobody has decided yet. */
    public record Undecided(String familyCode, String childCode, LocalDate day) {}

    private final Database database;

    public InvoiceStore(Database database) {
        this.database = database;
    }

    /** What the families without an invoice for the month consumed in it. */
    public List<FamilyMonth> toInvoice(YearMonth month, List<Unit> units) {
        Map<Long, List<ConsumedMonth>> consumed = consumed(month, units);
        if (consumed.isEmpty()) {
            return List.of();
        }
        List<FamilyMonth> families = new ArrayList<>(consumed.size());
        eachPayingFamily(
                consumed.keySet()::contains,
                DSL.noCondition(),
                DSL.noCondition(),
                DSL.noCondition(),
                family -> families.add(new FamilyMonth(family, Objects.requireNonNull(consumed.get(family.id())))));
        return families;
    }

    /** A family as invoicing sees it. */
    public PayingFamily payingFamily(long familyId) {
        List<PayingFamily> found = new ArrayList<>(1);
        eachPayingFamily(
                id -> true,
                FAMILY.ID.eq(familyId),
                FAMILY_QUOTIENT.FAMILY_ID.eq(familyId),
                FAMILY_RESIDENCY.FAMILY_ID.eq(familyId),
                found::add);
        return found.get(0);
    }

    private void eachPayingFamily(
            LongPredicate wanted,
            Condition ofFamily,
            Condition ofQuotient,
            Condition ofResidency,
            Consumer<PayingFamily> sink) {
        Map<Long, QuotientHistory> quotients = FamilyHistories.quotients(database, ofQuotient);
        Map<Long, ResidencyHistory> residencies = FamilyHistories.residencies(database, ofResidency);
        Rows.each(database, payingFamilies(ofFamily), row -> {
            long id = row.getLong(1);
            if (wanted.test(id)) {
                sink.accept(new PayingFamily(
                        id,
                        row.getString(2),
                        row.getString(3),
                        recipient(row),
                        quotients.getOrDefault(id, QuotientHistory.NONE),
                        residencies.getOrDefault(id, ResidencyHistory.NONE)));
            }
        });
    }

    private Map<Long, List<ConsumedMonth>> consumed(YearMonth month, List<Unit> units) {
        Map<Long, Unit> unitById = new HashMap<>();
        units.forEach(unit -> unitById.put(unit.id(), unit));
        Set<Long> invoiced = new HashSet<>(database.dsl()
                .select(INVOICE.FAMILY_ID)
                .from(INVOICE)
                .where(INVOICE.MONTH.eq(number(month)))
                .fetch(INVOICE.FAMILY_ID));
        Map<Long, List<ConsumedMonth>> consumed = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                RESERVATION_MONTH.UNIT_ID,
                                RESERVATION_MONTH.REGISTRATION_ID,
                                RESERVATION_MONTH.BOOKED,
                                RESERVATION_MONTH.WAIVED,
                                RESERVATION_MONTH.PRESENT,
                                RESERVATION_MONTH.EXCUSED,
                                REGISTRATION.FAMILY_ID,
                                CHILD.CODE,
                                CHILD.LAST_NAME,
                                CHILD.FIRST_NAME)
                        .from(RESERVATION_MONTH)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(RESERVATION_MONTH.REGISTRATION_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                        .where(RESERVATION_MONTH.MONTH.eq(number(month)))
                        .orderBy(RESERVATION_MONTH.UNIT_ID, RESERVATION_MONTH.REGISTRATION_ID),
                row -> {
                    Consumption consumption = Consumption.of(
                            DaySet.ofBits(row.getInt(3)),
                            DaySet.ofBits(row.getInt(4)),
                            DaySet.ofBits(row.getInt(5)),
                            DaySet.ofBits(row.getInt(6)));
                    long familyId = row.getLong(7);
                    if (!consumption.isEmpty() && !invoiced.contains(familyId)) {
                        consumed.computeIfAbsent(familyId, id -> new ArrayList<>(2))
                                .add(new ConsumedMonth(
                                        row.getLong(2),
                                        row.getString(8),
                                        (row.getString(9) + " " + row.getString(10)).strip(),
                                        Objects.requireNonNull(unitById.get(row.getLong(1))),
                                        consumption));
                    }
                });
        return consumed;
    }

    private Select<?> payingFamilies(Condition condition) {
        return database.dsl()
                .select(
                        FAMILY.ID,
                        FAMILY.CODE,
                        FAMILY.NAME,
                        FAMILY.ADDRESS,
                        FAMILY.POSTCODE,
                        FAMILY.CITY,
                        GUARDIAN.CIVILITY,
                        GUARDIAN.LAST_NAME,
                        GUARDIAN.FIRST_NAME,
                        FAMILY.LOGIN)
                .from(FAMILY)
                .leftJoin(GUARDIAN)
                .on(GUARDIAN.FAMILY_ID.eq(FAMILY.ID).and(GUARDIAN.RANK.eq(1)))
                .where(condition);
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        String name = row.getString(8) == null
                ? row.getString(3)
                : new Guardian(1, row.getString(7), row.getString(8), row.getString(9), "", "").fullName();
        String login = row.getString(10);
        return new Recipient(name, row.getString(4), row.getString(5), row.getString(6), login == null ? "" : login);
    }

    /** Requests for days of the month that wait for a decision. */
    public List<Undecided> undecided(YearMonth month) {
        return database.dsl()
                .select(FAMILY.CODE, CHILD.CODE, DAY_REQUEST.DAY_ON)
                .from(DAY_REQUEST)
                .join(REGISTRATION)
                .on(REGISTRATION.ID.eq(DAY_REQUEST.REGISTRATION_ID))
                .join(FAMILY)
                .on(FAMILY.ID.eq(REGISTRATION.FAMILY_ID))
                .join(CHILD)
                .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                .where(DAY_REQUEST.STATE.eq("requested"))
                .and(DAY_REQUEST.DAY_ON.between(month.atDay(1), month.atEndOfMonth()))
                .orderBy(FAMILY.CODE, CHILD.CODE, DAY_REQUEST.DAY_ON)
                .fetch(row -> new Undecided(row.value1(), row.value2(), row.value3()));
    }

    public Series series(String prefix) {
        return database.dsl()
                .selectFrom(INVOICE_SERIES)
                .where(INVOICE_SERIES.PREFIX.eq(prefix))
                .fetchOptional(row -> new Series(prefix, row.getLastNumber().longValue(), row.getLastIssuedOn()))
                .orElse(new Series(prefix, 0, null));
    }

    /** The latest issue date of any series that begins with this text. */
    public Optional<LocalDate> lastIssuedOn() {
        return Optional.ofNullable(database.dsl()
                .select(DSL.max(INVOICE_SERIES.LAST_ISSUED_ON))
                .from(INVOICE_SERIES)
                .fetchOne(0, LocalDate.class));
    }

    /**
     * Issues documents of one run and series.
     *
     * @param issued in order of number; their ids are still to be given
     * @return the ids, in the same order
     */
    public List<Long> issue(
            List<IssuedInvoice> issued,
            Map<String, Long> familyIds,
            Series series,
            String fingerprint,
            YearMonth month,
            Journal journal) {
        IssuedInvoice any = issued.get(0);
        long runId = insertRun(any, fingerprint, month, journal);
        byte[] previous = lastHash();
        long id = database.nextId(INVOICE.ID);
        long sequence = series.lastNumber();
        List<Long> ids = new ArrayList<>(issued.size());
        try (Batch invoices = Batch.insert(
                database,
                INVOICE,
                INVOICE.ID,
                INVOICE.NUMBER,
                INVOICE.PREFIX,
                INVOICE.SEQUENCE,
                INVOICE.KIND,
                INVOICE.FAMILY_ID,
                INVOICE.MONTH,
                INVOICE.RUN_ID,
                INVOICE.AMOUNT_CENTS,
                INVOICE.CREDIT_CENTS,
                INVOICE.RECIPIENT,
                INVOICE.HASH)) {
            for (IssuedInvoice invoice : issued) {
                previous = invoice.hash(previous);
                invoices.add(
                        id,
                        invoice.number(),
                        series.prefix(),
                        (int) ++sequence,
                        invoice.creditNote() ? "credit-note" : "invoice",
                        familyIds.get(invoice.familyCode()),
                        number(month),
                        runId,
                        invoice.amount().cents(),
                        invoice.creditUsed().cents(),
                        invoice.recipient().text(),
                        previous);
                ids.add(id++);
            }
        }
        try (LineWriter lines = new LineWriter(wordings())) {
            for (int i = 0; i < issued.size(); i++) {
                lines.add(ids.get(i), issued.get(i).lines());
            }
        }
        save(series.prefix(), sequence, any.issuedOn());
        return ids;
    }

    private long insertRun(IssuedInvoice any, String fingerprint, YearMonth month, Journal journal) {
        long id = database.nextId(INVOICE_RUN.ID);
        database.dsl()
                .insertInto(INVOICE_RUN)
                .values(
                        id,
                        number(month),
                        fingerprint,
                        any.issuedOn(),
                        any.dueOn(),
                        letterheadId(any.letterhead()),
                        journal.actId())
                .execute();
        return id;
    }

    private long letterheadId(String content) {
        Long known = database.dsl()
                .select(LETTERHEAD.ID)
                .from(LETTERHEAD)
                .where(LETTERHEAD.CONTENT.eq(content))
                .fetchOne(LETTERHEAD.ID);
        if (known != null) {
            return known;
        }
        long id = database.nextId(LETTERHEAD.ID);
        database.dsl().insertInto(LETTERHEAD).values(id, content).execute();
        return id;
    }

    private void save(String prefix, long lastNumber, LocalDate lastIssuedOn) {
        database.dsl()
                .insertInto(INVOICE_SERIES)
                .values(prefix, (int) lastNumber, lastIssuedOn)
                .onConflict(INVOICE_SERIES.PREFIX)
                .doUpdate()
                .set(INVOICE_SERIES.LAST_NUMBER, (int) lastNumber)
                .set(INVOICE_SERIES.LAST_ISSUED_ON, lastIssuedOn)
                .execute();
    }

    private byte[] lastHash() {
        byte[] hash = database.dsl()
                .select(INVOICE.HASH)
                .from(INVOICE)
                .orderBy(INVOICE.ID.desc())
                .limit(1)
                .fetchOne(INVOICE.HASH);
        return hash == null ? START_OF_CHAIN : hash;
    }

    private Map<String, Long> wordings() {
        Map<String, Long> known = new HashMap<>();
        database.dsl()
                .selectFrom(LINE_WORDING)
                .forEach(row ->
                        known.put(wording(row.getRegistration(), row.getLabel(), row.getService()), row.getId()));
        return known;
    }

    private static String wording(String registration, String label, String service) {
        return registration + '\n' + label + '\n' + service;
    }

    /** Writes lines, and the wordings that are new. */
    private final class LineWriter implements AutoCloseable {
        private final Map<String, Long> wordings;
        private final Batch batch = Batch.insert(
                database,
                INVOICE_LINE,
                INVOICE_LINE.INVOICE_ID,
                INVOICE_LINE.LINE,
                INVOICE_LINE.PIECE,
                INVOICE_LINE.KIND,
                INVOICE_LINE.REGISTRATION_ID,
                INVOICE_LINE.UNIT_ID,
                INVOICE_LINE.MONTH,
                INVOICE_LINE.DAYS,
                INVOICE_LINE.QUANTITY,
                INVOICE_LINE.UNIT_PRICE_CENTS,
                INVOICE_LINE.AMOUNT_CENTS,
                INVOICE_LINE.TARIFF_ID,
                INVOICE_LINE.QUOTIENT_ID,
                INVOICE_LINE.WORDING_ID,
                INVOICE_LINE.CHILD_NAME);

        LineWriter(Map<String, Long> wordings) {
            this.wordings = wordings;
        }

        void add(long invoiceId, List<InvoiceLine> lines) {
            for (int i = 0; i < lines.size(); i++) {
                InvoiceLine line = lines.get(i);
                long wordingId = wordings.computeIfAbsent(
                        wording(line.registration(), line.label(), line.service()), key -> insertWording(line));
                for (int piece = 0; piece < line.pieces().size(); piece++) {
                    LinePiece part = line.pieces().get(piece);
                    batch.add(
                            invoiceId,
                            i + 1,
                            piece + 1,
                            line.kind().code(),
                            part.registrationId(),
                            part.unitId(),
                            number(line.month()),
                            part.days().bits(),
                            part.quantity(),
                            line.unitPrice().cents(),
                            line.unitPrice().times(part.quantity()).cents(),
                            part.tariffId(),
                            part.quotientId(),
                            wordingId,
                            line.childName());
                }
            }
        }

        private long insertWording(InvoiceLine line) {
            long id = wordings.size() + 1L;
            database.dsl()
                    .insertInto(LINE_WORDING)
                    .values(id, line.registration(), line.label(), line.service())
                    .execute();
            return id;
        }

        @Override
        public void close() {
            batch.close();
        }
    }

    /** The invoices of a month, of a family, or all, by number's order of issue. */
    public List<ListedInvoice> list(@Nullable YearMonth month, @Nullable String familyCode) {
        Condition condition = DSL.noCondition();
        if (month != null) {
            condition = condition.and(INVOICE.MONTH.eq(number(month)));
        }
        if (familyCode != null) {
            condition = condition.and(FAMILY.CODE.eq(familyCode));
        }
        Field<Long> balance = balance();
        List<ListedInvoice> listed = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                INVOICE.NUMBER,
                                FAMILY.CODE,
                                FAMILY.NAME,
                                INVOICE.MONTH,
                                INVOICE.KIND,
                                INVOICE_RUN.ISSUED_ON,
                                INVOICE_RUN.DUE_ON,
                                INVOICE.AMOUNT_CENTS,
                                balance)
                        .from(INVOICE)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                        .join(INVOICE_RUN)
                        .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                        .where(condition)
                        .orderBy(INVOICE.ID),
                row -> listed.add(new ListedInvoice(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        month(row.getInt(4)),
                        row.getString(5).equals("credit-note"),
                        Rows.day(row, 6),
                        Rows.day(row, 7),
                        Money.ofCents(row.getLong(8)),
                        Money.ofCents(row.getLong(9)))));
        return listed;
    }

    /** What payments and credit leave of an invoice, or what is left to give back of a credit note. */
    static Field<Long> balance() {
        Field<Long> settled = DSL.coalesce(
                DSL.field(DSL.select(DSL.sum(ALLOCATION.AMOUNT_CENTS))
                                .from(ALLOCATION)
                                .where(ALLOCATION.INVOICE_ID.eq(INVOICE.ID)))
                        .cast(Long.class),
                DSL.inline(0L));
        Field<Long> given = DSL.coalesce(
                DSL.field(DSL.select(DSL.sum(ALLOCATION.AMOUNT_CENTS))
                                .from(ALLOCATION)
                                .where(ALLOCATION.CREDIT_NOTE_ID.eq(INVOICE.ID)))
                        .cast(Long.class),
                DSL.inline(0L));
        return DSL.when(INVOICE.KIND.eq(DSL.inline("invoice")), INVOICE.AMOUNT_CENTS.minus(settled))
                .otherwise(INVOICE.AMOUNT_CENTS.plus(given));
    }

    /** How many documents a month has. */
    public int count(YearMonth month) {
        return database.dsl().fetchCount(INVOICE, INVOICE.MONTH.eq(number(month)));
    }

    /** Hands each issued document of the selection to a reader, in the order of issue, one at a time. */
    public void each(@Nullable YearMonth month, @Nullable String number, Consumer<IssuedInvoice> reader) {
        Condition condition = DSL.noCondition();
        if (month != null) {
            condition = condition.and(INVOICE.MONTH.eq(number(month)));
        }
        if (number != null) {
            condition = condition.and(INVOICE.NUMBER.eq(number));
        }
        new IssuedInvoiceReader(database).each(condition, (invoice, hash) -> reader.accept(invoice));
    }

    /** Checks every link of the chain of issued documents, and hands over the numbers of those that do not hold. */
    public void eachBrokenLink(Consumer<String> broken) {
        byte[][] previous = {START_OF_CHAIN};
        new IssuedInvoiceReader(database).each(DSL.noCondition(), (invoice, hash) -> {
            if (!Arrays.equals(invoice.hash(previous[0]), hash)) {
                broken.accept(invoice.number());
            }
            previous[0] = hash;
        });
    }

    /** Every series with its numbers, for the check that none is missing. */
    public List<String> gaps() {
        return database.dsl()
                .select(INVOICE_SERIES.PREFIX)
                .from(INVOICE_SERIES)
                .where(INVOICE_SERIES.LAST_NUMBER.ne(DSL.field(DSL.selectCount()
                        .from(INVOICE)
                        .where(INVOICE.PREFIX.eq(INVOICE_SERIES.PREFIX))
                        .and(INVOICE.SEQUENCE.between(DSL.inline(1), INVOICE_SERIES.LAST_NUMBER)))))
                .orderBy(INVOICE_SERIES.PREFIX)
                .fetch(INVOICE_SERIES.PREFIX);
    }

    /** The documents whose amount is not the sum of their lines. */
    public List<String> wrongTotals() {
        return database.dsl()
                .select(INVOICE.NUMBER)
                .from(INVOICE)
                .where(INVOICE.AMOUNT_CENTS.ne(DSL.coalesce(
                        DSL.field(DSL.select(DSL.sum(INVOICE_LINE.AMOUNT_CENTS))
                                        .from(INVOICE_LINE)
                                        .where(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID)))
                                .cast(Long.class),
                        DSL.inline(0L))))
                .orderBy(INVOICE.ID)
                .fetch(INVOICE.NUMBER);
    }

    static int number(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }

    static YearMonth month(int number) {
        return YearMonth.of(number / 100, number % 100);
    }

    /** Reads documents with their lines in one pass over both tables. */
    private static final class IssuedInvoiceReader {
        private interface Sink {
            void accept(IssuedInvoice invoice, byte[] hash);
        }

        private final Database database;

        IssuedInvoiceReader(Database database) {
            this.database = database;
        }

        void each(Condition condition, Sink sink) {
            Open open = new Open(sink);
            Rows.each(
                    database,
                    database.dsl()
                            .select(
                                    INVOICE.ID,
                                    INVOICE.NUMBER,
                                    INVOICE.KIND,
                                    FAMILY.CODE,
                                    INVOICE.MONTH,
                                    INVOICE_RUN.ISSUED_ON,
                                    INVOICE_RUN.DUE_ON,
                                    INVOICE.RECIPIENT,
                                    INVOICE.AMOUNT_CENTS,
                                    INVOICE.CREDIT_CENTS,
                                    LETTERHEAD.CONTENT,
                                    INVOICE.HASH,
                                    INVOICE_LINE.LINE,
                                    INVOICE_LINE.KIND,
                                    CHILD.CODE,
                                    INVOICE_LINE.CHILD_NAME,
                                    LINE_WORDING.REGISTRATION,
                                    LINE_WORDING.LABEL,
                                    LINE_WORDING.SERVICE,
                                    INVOICE_LINE.MONTH,
                                    INVOICE_LINE.UNIT_PRICE_CENTS,
                                    INVOICE_LINE.REGISTRATION_ID,
                                    INVOICE_LINE.UNIT_ID,
                                    INVOICE_LINE.DAYS,
                                    INVOICE_LINE.QUANTITY,
                                    INVOICE_LINE.TARIFF_ID,
                                    INVOICE_LINE.QUOTIENT_ID)
                            .from(INVOICE)
                            .join(FAMILY)
                            .on(FAMILY.ID.eq(INVOICE.FAMILY_ID))
                            .join(INVOICE_RUN)
                            .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                            .join(LETTERHEAD)
                            .on(LETTERHEAD.ID.eq(INVOICE_RUN.LETTERHEAD_ID))
                            .join(INVOICE_LINE)
                            .on(INVOICE_LINE.INVOICE_ID.eq(INVOICE.ID))
                            .join(LINE_WORDING)
                            .on(LINE_WORDING.ID.eq(INVOICE_LINE.WORDING_ID))
                            .join(REGISTRATION)
                            .on(REGISTRATION.ID.eq(INVOICE_LINE.REGISTRATION_ID))
                            .join(CHILD)
                            .on(CHILD.ID.eq(REGISTRATION.CHILD_ID))
                            .where(condition)
                            .orderBy(INVOICE.ID, INVOICE_LINE.LINE, INVOICE_LINE.PIECE),
                    open::read);
            open.finish();
        }

        /** The document whose lines are being read. */
        private static final class Open {
            private final Sink sink;
            private final List<InvoiceLine> lines = new ArrayList<>();
            private @Nullable IssuedInvoice head;
            private byte[] hash = START_OF_CHAIN;
            private int lastLine;

            Open(Sink sink) {
                this.sink = sink;
            }

            void read(ResultSet row) throws SQLException {
                long id = row.getLong(1);
                if (head == null || head.id() != id) {
                    finish();
                    head = head(row);
                    hash = row.getBytes(12);
                    lastLine = 0;
                }
                LinePiece piece = new LinePiece(
                        row.getLong(22),
                        row.getLong(23),
                        DaySet.ofBits(row.getInt(24)),
                        row.getInt(25),
                        row.getLong(26),
                        Rows.longOrNull(row, 27));
                if (row.getInt(13) == lastLine) {
                    lines.add(lines.remove(lines.size() - 1).with(piece));
                } else {
                    lines.add(line(row, piece));
                }
                lastLine = row.getInt(13);
            }

            private static IssuedInvoice head(ResultSet row) throws SQLException {
                return new IssuedInvoice(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3).equals("credit-note"),
                        row.getString(4),
                        month(row.getInt(5)),
                        Rows.day(row, 6),
                        Rows.day(row, 7),
                        Recipient.of(row.getString(8)),
                        Money.ofCents(row.getLong(9)),
                        Money.ofCents(row.getLong(10)),
                        row.getString(11),
                        List.of());
            }

            private static InvoiceLine line(ResultSet row, LinePiece piece) throws SQLException {
                return new InvoiceLine(
                        LineKind.ofCode(row.getString(14)),
                        row.getString(15),
                        row.getString(16),
                        row.getString(17),
                        row.getString(18),
                        row.getString(19),
                        month(row.getInt(20)),
                        Money.ofCents(row.getLong(21)),
                        List.of(piece));
            }

            void finish() {
                if (head != null) {
                    sink.accept(head.with(lines), hash);
                    lines.clear();
                    head = null;
                }
            }
        }
    }
}
