package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACTIVITY;
import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CREDENTIAL;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.MAIL;
import static fr.perisco.store.generated.Tables.MAIL_PLACE;
import static fr.perisco.store.generated.Tables.TAX_CERTIFICATE;
import static fr.perisco.store.generated.Tables.UNIT;

import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.mail.Delivery;
import fr.perisco.domain.mail.MailFilter;
import fr.perisco.domain.mail.MailKind;
import fr.perisco.domain.mail.MailState;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.reason.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The mails to families: what waits, what was sent, what is in doubt. */
public final class MailStore {

    /** Inlined, so that the partial index serves. */
    private static final Condition TO_SEND = MAIL.STATE.in(DSL.inline("waiting"), DSL.inline("deferred"));

    /** A mail to queue. */
    public record NewMail(MailKind kind, long familyId, String familyCode, String recipient, MailSubject subject) {}

    /** What became of a mail that was claimed. */
    public record Settled(QueuedMail mail, Delivery delivery) {}

    private final Database database;

    public MailStore(Database database) {
        this.database = database;
    }

    /**
     * Queues mails, in their order.
     *
     * @param now the real moment
     * @return their numbers
     */
    public List<Long> insert(List<NewMail> mails, Instant now, Journal journal) {
        if (mails.isEmpty()) {
            return List.of();
        }
        long actId = journal.actId();
        long id = database.nextId(MAIL.ID);
        String moment = Journal.written(now);
        List<Long> ids = new ArrayList<>();
        for (NewMail mail : mails) {
            MailSubject subject = mail.subject();
            database.dsl()
                    .insertInto(MAIL)
                    .set(MAIL.ID, id)
                    .set(MAIL.KIND, mail.kind().code())
                    .set(MAIL.FAMILY_ID, mail.familyId())
                    .set(MAIL.RECIPIENT, mail.recipient())
                    .set(MAIL.INVOICE_ID, key(INVOICE.ID, INVOICE.NUMBER, subject.invoice()))
                    .set(MAIL.REMINDER_ID, subject.reminder())
                    .set(MAIL.CERTIFICATE_ID, key(TAX_CERTIFICATE.ID, TAX_CERTIFICATE.NUMBER, subject.certificate()))
                    .set(MAIL.CHILD_ID, key(CHILD.ID, CHILD.CODE, subject.child()))
                    .set(MAIL.ACTIVITY_ID, key(ACTIVITY.ID, ACTIVITY.CODE, subject.activity()))
                    .set(MAIL.ABOUT_ON, subject.day())
                    .set(MAIL.IS_RENEWAL, subject.renews())
                    .set(MAIL.STATE, MailState.WAITING.code())
                    .set(MAIL.QUEUED_AT, moment)
                    .set(MAIL.UPDATED_AT, moment)
                    .set(MAIL.NEXT_ATTEMPT_AT, moment)
                    .set(MAIL.ACT_ID, actId)
                    .execute();
            ids.add(id++);
        }
        List<FieldChange> changes = new ArrayList<>();
        for (int i = 0; i < mails.size(); i++) {
            changes.add(change(
                    ids.get(i),
                    "queued",
                    null,
                    mails.get(i).kind().code() + ", " + mails.get(i).familyCode()));
        }
        journal.changed(changes);
        return ids;
    }

    private static Field<Long> key(Field<Long> id, Field<String> code, @Nullable String wanted) {
        return wanted == null
                ? DSL.inline((Long) null)
                : DSL.field(DSL.select(id)
                        .from(Objects.requireNonNull(((org.jooq.TableField<?, Long>) id).getTable()))
                        .where(code.eq(wanted)));
    }

    private static FieldChange change(long id, String field, @Nullable String before, String after) {
        return new FieldChange("mail", Long.toString(id), field, before, after);
    }

    /** The mails of a selection, in the order in which they were queued. */
    public List<QueuedMail> list(MailFilter filter) {
        return list(condition(filter));
    }

    /** The mails of these numbers that exist, in the order in which they were queued. */
    public List<QueuedMail> byId(Collection<Long> ids) {
        List<QueuedMail> mails = new ArrayList<>();
        Portions.of(ids.stream().sorted().toList()).forEach(portion -> mails.addAll(list(MAIL.ID.in(portion))));
        return mails;
    }

    /**
     * The last mail of each document that was not cancelled.
     *
     * @param month of the documents; null for all
     * @param number of one document; null for all
     */
    public List<QueuedMail> invoiceMails(@Nullable YearMonth month, @Nullable String number) {
        Condition condition = MAIL.INVOICE_ID.isNotNull().and(MAIL.STATE.ne(MailState.CANCELLED.code()));
        if (month != null) {
            condition = condition.and(INVOICE.MONTH.eq(MonthNumber.of(month)));
        }
        if (number != null) {
            condition = condition.and(INVOICE.NUMBER.eq(number));
        }
        return list(condition);
    }

    /**
     * The mails of a selection that are due, in the order in which they were queued.
     *
     * @param now the real moment
     */
    public List<QueuedMail> due(MailFilter filter, Instant now) {
        return list(condition(filter).and(TO_SEND).and(MAIL.NEXT_ATTEMPT_AT.le(Journal.written(now))));
    }

    private static Condition condition(MailFilter filter) {
        Condition condition = DSL.noCondition();
        if (filter.kind() != null) {
            condition = condition.and(MAIL.KIND.eq(filter.kind().code()));
        }
        if (filter.family() != null) {
            condition = condition.and(FAMILY.CODE.eq(filter.family()));
        }
        if (filter.state() != null) {
            condition = condition.and(MAIL.STATE.eq(filter.state().code()));
        }
        if (filter.from() != null) {
            condition = condition.and(MAIL.UPDATED_AT.ge(startOf(filter.from())));
        }
        if (filter.to() != null) {
            condition = condition.and(MAIL.UPDATED_AT.lt(startOf(filter.to().plusDays(1))));
        }
        return condition;
    }

    private static String startOf(LocalDate day) {
        return Journal.written(day.atStartOfDay(ParisTime.ZONE).toInstant());
    }

    private List<QueuedMail> list(Condition condition) {
        List<QueuedMail> mails = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                MAIL.ID,
                                MAIL.KIND,
                                MAIL.FAMILY_ID,
                                FAMILY.CODE,
                                FAMILY.NAME,
                                MAIL.RECIPIENT,
                                INVOICE.NUMBER,
                                MAIL.REMINDER_ID,
                                TAX_CERTIFICATE.NUMBER,
                                CHILD.CODE,
                                ACTIVITY.CODE,
                                MAIL.ABOUT_ON,
                                MAIL.IS_RENEWAL,
                                MAIL.STATE,
                                MAIL.ATTEMPTS,
                                MAIL.REPLY,
                                MAIL.REASON,
                                MAIL.QUEUED_AT,
                                MAIL.UPDATED_AT,
                                MAIL.NEXT_ATTEMPT_AT)
                        .from(MAIL)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(MAIL.FAMILY_ID))
                        .leftJoin(INVOICE)
                        .on(INVOICE.ID.eq(MAIL.INVOICE_ID))
                        .leftJoin(TAX_CERTIFICATE)
                        .on(TAX_CERTIFICATE.ID.eq(MAIL.CERTIFICATE_ID))
                        .leftJoin(CHILD)
                        .on(CHILD.ID.eq(MAIL.CHILD_ID))
                        .leftJoin(ACTIVITY)
                        .on(ACTIVITY.ID.eq(MAIL.ACTIVITY_ID))
                        .where(condition)
                        .orderBy(MAIL.ID),
                row -> mails.add(mail(row)));
        return mails;
    }

    private static QueuedMail mail(ResultSet row) throws SQLException {
        String next = row.getString(20);
        return new QueuedMail(
                row.getLong(1),
                MailKind.parse(Rows.text(row, 2)).orElseThrow(),
                row.getLong(3),
                Rows.text(row, 4),
                Rows.text(row, 5),
                Rows.text(row, 6),
                new MailSubject(
                        row.getString(7),
                        Rows.longOrNull(row, 8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        Rows.dayOrNull(row, 12),
                        row.getBoolean(13)),
                MailState.parse(Rows.text(row, 14)).orElseThrow(),
                row.getInt(15),
                Objects.requireNonNullElse(row.getString(16), ""),
                WrittenReason.read(row.getString(17)),
                Instant.parse(Rows.text(row, 18)),
                Instant.parse(Rows.text(row, 19)),
                next == null ? null : Instant.parse(next));
    }

    /**
     * Takes mails to send them, to the addresses that they name now: from now on each is in doubt, until what became of it is kept.
     *
     * @return the numbers of those that still were to be sent
     */
    public Set<Long> claim(List<QueuedMail> mails, Instant now) {
        Map<Long, String> claimed = new HashMap<>();
        if (mails.isEmpty()) {
            return Set.of();
        }
        Rows.each(
                database,
                database.dsl()
                        .select(MAIL.ID, MAIL.RECIPIENT)
                        .from(MAIL)
                        .where(MAIL.ID
                                .in(mails.stream().map(QueuedMail::id).toList())
                                .and(TO_SEND)),
                row -> claimed.put(row.getLong(1), Rows.text(row, 2)));
        String begun = WrittenReason.of(Reason.of("mail.begun"));
        try (Updates updates = new Updates()) {
            for (QueuedMail mail : mails) {
                if (claimed.containsKey(mail.id())) {
                    updates.add(mail.id(), MailState.UNCERTAIN, mail.attempts() + 1, "", begun, now, null);
                }
            }
        }
        for (QueuedMail mail : mails) {
            String queuedFor = claimed.get(mail.id());
            if (queuedFor != null && !queuedFor.equals(mail.recipient())) {
                database.dsl()
                        .update(MAIL)
                        .set(MAIL.RECIPIENT, mail.recipient())
                        .where(MAIL.ID.eq(mail.id()))
                        .execute();
            }
        }
        return claimed.keySet();
    }

    /** Whether a family's password was given after this mail that brings one was queued. */
    public boolean isOvertaken(QueuedMail mail) {
        return database.dsl()
                .fetchExists(
                        MAIL.join(CREDENTIAL).on(CREDENTIAL.FAMILY_ID.eq(MAIL.FAMILY_ID)),
                        MAIL.ID.eq(mail.id()).and(CREDENTIAL.ACT_ID.gt(MAIL.ACT_ID)));
    }

    /** Many mails that move on. */
    private final class Updates implements AutoCloseable {
        private final Batch batch = Batch.of(
                database,
                database.dsl()
                        .update(MAIL)
                        .set(MAIL.STATE, "")
                        .set(MAIL.ATTEMPTS, 0)
                        .set(MAIL.REPLY, "")
                        .set(MAIL.REASON, "")
                        .set(MAIL.UPDATED_AT, "")
                        .set(MAIL.NEXT_ATTEMPT_AT, "")
                        .where(MAIL.ID.eq(0L)));

        void add(
                long id,
                MailState state,
                int attempts,
                String reply,
                @Nullable String reason,
                Instant now,
                @Nullable Instant next) {
            batch.add(
                    state.code(),
                    attempts,
                    reply.isEmpty() ? null : reply,
                    reason,
                    Journal.written(now),
                    next == null ? null : Journal.written(next),
                    id);
        }

        @Override
        public void close() {
            batch.close();
        }
    }

    /**
     * Keeps what became of mails that were claimed. One that was not taken up, or for which the server took nothing, waits as
     * before.
     */
    public void settle(List<Settled> settled, Instant now, Journal journal) {
        List<FieldChange> changes = new ArrayList<>();
        try (Updates updates = new Updates()) {
            for (Settled done : settled) {
                QueuedMail mail = done.mail();
                Delivery delivery = done.delivery();
                if (delivery.isUndone()) {
                    updates.add(
                            mail.id(),
                            mail.state(),
                            mail.attempts(),
                            mail.reply(),
                            WrittenReason.of(mail.reason()),
                            mail.updatedAt(),
                            mail.nextAttemptAt());
                } else {
                    MailState state = delivery.stateAfter(mail.attempts() + 1);
                    updates.add(
                            mail.id(),
                            state,
                            mail.attempts() + 1,
                            delivery.reply(),
                            WrittenReason.of(delivery.reason()),
                            now,
                            delivery.nextAttempt(mail.attempts() + 1, now));
                    changes.add(change(mail.id(), "state", mail.state().code(), state.code()));
                }
            }
        }
        journal.changed(changes);
    }

    /**
     * Lets a mail wait again, to be sent at once.
     *
     * @param recipient the family's address of today
     * @param renews whether a password that the mail may have brought is to be replaced
     */
    public void requeue(QueuedMail mail, String recipient, boolean renews, Instant now, Journal journal) {
        try (Updates updates = new Updates()) {
            updates.add(mail.id(), MailState.WAITING, 0, mail.reply(), WrittenReason.of(mail.reason()), now, now);
        }
        database.dsl()
                .update(MAIL)
                .set(MAIL.RECIPIENT, recipient)
                .set(MAIL.IS_RENEWAL, renews)
                .set(MAIL.ACT_ID, journal.actId())
                .where(MAIL.ID.eq(mail.id()))
                .execute();
        moved(mail, MailState.WAITING, journal);
    }

    /**
     * What waited when a backup was made, and may have been sent since. Passwords are not among them: those that were sent since are no
     * longer the ones that are stored.
     */
    public List<QueuedMail> overtakenByRestore() {
        return list(MAIL.STATE
                .in(MailState.WAITING.code(), MailState.DEFERRED.code())
                .and(MAIL.KIND.ne(MailKind.CREDENTIAL.code())));
    }

    /** Takes mails out of the sender's hands, for they may have been sent. */
    public void doubt(List<QueuedMail> mails, Reason why, Instant now, Journal journal) {
        try (Updates updates = new Updates()) {
            for (QueuedMail mail : mails) {
                updates.add(
                        mail.id(),
                        MailState.UNCERTAIN,
                        mail.attempts(),
                        mail.reply(),
                        WrittenReason.of(why),
                        now,
                        null);
            }
        }
        mails.forEach(mail -> moved(mail, MailState.UNCERTAIN, journal));
    }

    /** Takes a mail out of the queue. */
    public void cancel(QueuedMail mail, Instant now, Journal journal) {
        try (Updates updates = new Updates()) {
            updates.add(mail.id(), MailState.CANCELLED, mail.attempts(), mail.reply(), null, now, null);
        }
        moved(mail, MailState.CANCELLED, journal);
    }

    private static void moved(QueuedMail mail, MailState state, Journal journal) {
        journal.changed(List.of(change(mail.id(), "state", mail.state().code(), state.code())));
    }

    /** The mail of a kind that waits for its first attempt to reach a family; empty when there is none. */
    public Optional<QueuedMail> waiting(MailKind kind, long familyId) {
        return list(MAIL.KIND
                        .eq(kind.code())
                        .and(MAIL.FAMILY_ID.eq(familyId))
                        .and(MAIL.STATE.eq(MailState.WAITING.code()))
                        .and(MAIL.ATTEMPTS.eq(0)))
                .stream()
                .findFirst();
    }

    /** Names a place in a mail that waits. */
    public void addPlace(long id, String child, long unitId, LocalDate day) {
        database.dsl()
                .insertInto(MAIL_PLACE)
                .set(MAIL_PLACE.MAIL_ID, id)
                .set(MAIL_PLACE.CHILD_ID, key(CHILD.ID, CHILD.CODE, child))
                .set(MAIL_PLACE.UNIT_ID, unitId)
                .set(MAIL_PLACE.DAY_ON, day)
                .onDuplicateKeyIgnore()
                .execute();
    }

    /** A place that a mail tells of, in words. */
    public record Place(String child, String activity, String unit, LocalDate day) {}

    /** The places that a mail tells of, by day. */
    public List<Place> places(long id) {
        List<Place> places = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(CHILD.FIRST_NAME, CHILD.LAST_NAME, ACTIVITY.LABEL, UNIT.LABEL, MAIL_PLACE.DAY_ON)
                        .from(MAIL_PLACE)
                        .join(CHILD)
                        .on(CHILD.ID.eq(MAIL_PLACE.CHILD_ID))
                        .join(UNIT)
                        .on(UNIT.ID.eq(MAIL_PLACE.UNIT_ID))
                        .join(ACTIVITY)
                        .on(ACTIVITY.ID.eq(UNIT.ACTIVITY_ID))
                        .where(MAIL_PLACE.MAIL_ID.eq(id))
                        .orderBy(MAIL_PLACE.DAY_ON, CHILD.CODE, UNIT.CODE),
                row -> places.add(new Place(
                        (Rows.text(row, 1) + " " + Rows.text(row, 2)).strip(),
                        Rows.text(row, 3),
                        Rows.text(row, 4),
                        Rows.day(row, 5))));
        return places;
    }

    /** The mails of a kind that are still to be sent, by family. */
    public Map<Long, Long> toSendByFamily(MailKind kind) {
        Map<Long, Long> mails = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(MAIL.FAMILY_ID, MAIL.ID)
                        .from(MAIL)
                        .where(MAIL.KIND.eq(kind.code()).and(TO_SEND)),
                row -> mails.put(row.getLong(1), row.getLong(2)));
        return mails;
    }
}
