package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.CREDENTIAL;
import static fr.perisco.store.generated.Tables.DAY_REQUEST;
import static fr.perisco.store.generated.Tables.DOCUMENT_REQUEST;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_MEMBERSHIP;
import static fr.perisco.store.generated.Tables.FAMILY_MERGE;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;
import static fr.perisco.store.generated.Tables.REGISTRATION;
import static fr.perisco.store.generated.Tables.REGISTRATION_SHARE;
import static fr.perisco.store.generated.Tables.TAX_CERTIFICATE;
import static fr.perisco.store.generated.Tables.TYPICAL_WEEK;
import static fr.perisco.store.generated.Tables.WEEK_REQUEST;

import fr.perisco.domain.family.Merge;
import fr.perisco.store.generated.tables.Family;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Families that were merged, and what passes from one to the other. */
public final class MergeStore {
    private final Database database;

    public MergeStore(Database database) {
        this.database = database;
    }

    /** All merges, in the order of the duplicates' codes. */
    public List<Merge> all() {
        return read(DSL.noCondition());
    }

    /** The merge that ended a family; empty while it goes on. */
    public Optional<Merge> endOf(long familyId) {
        return read(FAMILY_MERGE.FAMILY_ID.eq(familyId)).stream().findFirst();
    }

    /** The merges that a family has part in, as the duplicate or as the one that goes on. */
    public List<Merge> of(long familyId) {
        return read(FAMILY_MERGE.FAMILY_ID.eq(familyId).or(FAMILY_MERGE.INTO_ID.eq(familyId)));
    }

    private List<Merge> read(Condition condition) {
        Family into = FAMILY.as("into_family");
        return database.dsl()
                .select(FAMILY.CODE, into.CODE, FAMILY_MERGE.MERGED_ON)
                .from(FAMILY_MERGE)
                .join(FAMILY)
                .on(FAMILY.ID.eq(FAMILY_MERGE.FAMILY_ID))
                .join(into)
                .on(into.ID.eq(FAMILY_MERGE.INTO_ID))
                .where(condition)
                .orderBy(FAMILY.CODE)
                .fetch(row -> new Merge(row.value1(), row.value2(), row.value3()));
    }

    /** The families that came into one, by merges of merges too, the ones that ended first before the others. */
    public List<String> duplicatesOf(String code) {
        List<Merge> merges = all();
        List<String> duplicates = new ArrayList<>();
        List<String> next = List.of(code);
        while (!next.isEmpty()) {
            List<String> into = next;
            next = merges.stream()
                    .filter(merge -> into.contains(merge.into()))
                    .map(Merge::family)
                    .toList();
            duplicates.addAll(0, next);
        }
        return duplicates;
    }

    /** Whether documents or money carry the family's name, which never pass to another. */
    public boolean hasAccount(long familyId) {
        return database.dsl().fetchExists(INVOICE, INVOICE.FAMILY_ID.eq(familyId))
                || database.dsl().fetchExists(PAYMENT, PAYMENT.FAMILY_ID.eq(familyId))
                || database.dsl().fetchExists(PAYOUT, PAYOUT.FAMILY_ID.eq(familyId))
                || database.dsl().fetchExists(TAX_CERTIFICATE, TAX_CERTIFICATE.FAMILY_ID.eq(familyId));
    }

    /** The last month that stands on an invoice of the family. */
    public Optional<YearMonth> invoicedThrough(long familyId) {
        Integer month = database.dsl()
                .select(DSL.max(INVOICE.MONTH))
                .from(INVOICE)
                .where(INVOICE.FAMILY_ID.eq(familyId).and(Standing.isTrue()))
                .fetchOne(0, Integer.class);
        return month == null ? Optional.empty() : Optional.of(MonthNumber.read(month));
    }

    /** Whether another family pays for one of its registrations, or it pays for another's. */
    public boolean isSharing(long familyId) {
        return database.dsl()
                .fetchExists(DSL.selectOne()
                        .from(REGISTRATION_SHARE)
                        .join(REGISTRATION)
                        .on(REGISTRATION.ID.eq(REGISTRATION_SHARE.REGISTRATION_ID))
                        .where(REGISTRATION.FAMILY_ID.eq(familyId).or(REGISTRATION_SHARE.FAMILY_ID.eq(familyId))));
    }

    /** Whether something that was asked for under a login waits for a decision. */
    public boolean isAsking(String login) {
        return database.dsl()
                        .fetchExists(DAY_REQUEST, DAY_REQUEST.LOGIN.eq(login).and(DAY_REQUEST.STATE.eq("requested")))
                || database.dsl()
                        .fetchExists(WEEK_REQUEST, WEEK_REQUEST.LOGIN.eq(login).and(WEEK_REQUEST.STATE.eq("requested")))
                || database.dsl()
                        .fetchExists(
                                DOCUMENT_REQUEST,
                                DOCUMENT_REQUEST.LOGIN.eq(login).and(DOCUMENT_REQUEST.STATE.eq("requested")));
    }

    public void moveRegistration(long registrationId, long familyId) {
        database.dsl()
                .update(REGISTRATION)
                .set(REGISTRATION.FAMILY_ID, familyId)
                .where(REGISTRATION.ID.eq(registrationId))
                .execute();
    }

    /** The typical weeks that name the duplicate as their payer name the other. */
    public void moveWeeks(long from, long to) {
        database.dsl()
                .update(TYPICAL_WEEK)
                .set(TYPICAL_WEEK.FAMILY_ID, to)
                .where(TYPICAL_WEEK.FAMILY_ID.eq(from))
                .execute();
    }

    /** Takes from a family the children that have no registration with it, and what it logged in with. */
    public void retire(long familyId, long into, LocalDate day, Journal journal) {
        database.dsl()
                .deleteFrom(CHILD_FAMILY)
                .where(CHILD_FAMILY.FAMILY_ID.eq(familyId))
                .andNotExists(DSL.selectOne()
                        .from(REGISTRATION)
                        .where(REGISTRATION.FAMILY_ID.eq(familyId))
                        .and(REGISTRATION.CHILD_ID.eq(CHILD_FAMILY.CHILD_ID)))
                .execute();
        database.dsl()
                .deleteFrom(FAMILY_MEMBERSHIP)
                .where(FAMILY_MEMBERSHIP.FAMILY_ID.eq(familyId))
                .andNotExists(DSL.selectOne()
                        .from(CHILD_FAMILY)
                        .where(CHILD_FAMILY.FAMILY_ID.eq(familyId))
                        .and(CHILD_FAMILY.CHILD_ID.eq(FAMILY_MEMBERSHIP.CHILD_ID)))
                .execute();
        database.dsl()
                .deleteFrom(CREDENTIAL)
                .where(CREDENTIAL.FAMILY_ID.eq(familyId))
                .execute();
        database.dsl()
                .insertInto(FAMILY_MERGE)
                .set(FAMILY_MERGE.FAMILY_ID, familyId)
                .set(FAMILY_MERGE.INTO_ID, into)
                .set(FAMILY_MERGE.MERGED_ON, day)
                .set(FAMILY_MERGE.ACT_ID, journal.actId())
                .execute();
    }
}
