package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.INVOICE_RUN;
import static fr.perisco.store.generated.Tables.LETTERHEAD;
import static fr.perisco.store.generated.Tables.TREASURY_CLAIM;
import static fr.perisco.store.generated.Tables.TREASURY_DEBTOR;
import static fr.perisco.store.generated.Tables.TREASURY_LIST;

import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.invoice.Recipient;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.recovery.TreasuryList;
import fr.perisco.domain.recovery.TreasuryList.Claim;
import fr.perisco.domain.recovery.TreasuryList.Debtor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What was handed over to the treasury. */
public final class TreasuryStore {
    private record Place(long listId, long familyId) {}

    private final Database database;

    public TreasuryStore(Database database) {
        this.database = database;
    }

    /** The keys of all invoices that the treasury collects. */
    public Set<Long> handedOver() {
        return new HashSet<>(database.dsl()
                .select(TREASURY_CLAIM.INVOICE_ID)
                .from(TREASURY_CLAIM)
                .fetch(TREASURY_CLAIM.INVOICE_ID));
    }

    /** The number of the list that an invoice stands on. */
    public Optional<Long> listOf(long invoiceId) {
        return database.dsl()
                .select(TREASURY_CLAIM.LIST_ID)
                .from(TREASURY_CLAIM)
                .where(TREASURY_CLAIM.INVOICE_ID.eq(invoiceId))
                .fetchOptional(TREASURY_CLAIM.LIST_ID);
    }

    /** Keeps a list and gives its number. */
    public long insert(TreasuryList list, Journal journal) {
        long id = database.nextId(TREASURY_LIST.ID);
        database.dsl()
                .insertInto(TREASURY_LIST)
                .set(TREASURY_LIST.ID, id)
                .set(TREASURY_LIST.MADE_ON, list.madeOn())
                .set(TREASURY_LIST.LETTERHEAD_ID, new InvoiceIssue(database).letterheadId(list.letterhead()))
                .set(TREASURY_LIST.ACT_ID, journal.actId())
                .execute();
        try (Batch batch = Batch.insert(database, TREASURY_DEBTOR, TREASURY_DEBTOR.fields())) {
            list.debtors()
                    .forEach(debtor ->
                            batch.add(id, debtor.familyId(), debtor.recipient().text()));
        }
        try (Batch batch = Batch.insert(database, TREASURY_CLAIM, TREASURY_CLAIM.fields())) {
            list.debtors()
                    .forEach(debtor -> debtor.claims()
                            .forEach(claim -> batch.add(
                                    claim.invoiceId(),
                                    id,
                                    claim.balance().cents(),
                                    claim.level(),
                                    claim.remindedOn())));
        }
        return id;
    }

    /** Lists in the order in which they were made. */
    public List<TreasuryList> lists() {
        return lists(null);
    }

    public Optional<TreasuryList> find(long id) {
        return lists(id).stream().findFirst();
    }

    private List<TreasuryList> lists(@Nullable Long id) {
        Condition condition = id == null ? DSL.noCondition() : TREASURY_LIST.ID.eq(id);
        Map<Place, List<Claim>> claims = claims(condition);
        Map<Long, List<Debtor>> debtors = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(TREASURY_LIST.ID, FAMILY.ID, FAMILY.CODE, FAMILY.NAME, TREASURY_DEBTOR.RECIPIENT)
                        .from(TREASURY_LIST)
                        .join(TREASURY_DEBTOR)
                        .on(TREASURY_DEBTOR.LIST_ID.eq(TREASURY_LIST.ID))
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(TREASURY_DEBTOR.FAMILY_ID))
                        .where(condition)
                        .orderBy(TREASURY_LIST.ID, FAMILY.CODE),
                row -> debtors.computeIfAbsent(row.getLong(1), list -> new ArrayList<>())
                        .add(new Debtor(
                                row.getLong(2),
                                Rows.text(row, 3),
                                Rows.text(row, 4),
                                Recipient.of(Rows.text(row, 5)),
                                claims.getOrDefault(new Place(row.getLong(1), row.getLong(2)), List.of()))));
        return database.dsl()
                .select(TREASURY_LIST.ID, TREASURY_LIST.MADE_ON, LETTERHEAD.CONTENT)
                .from(TREASURY_LIST)
                .join(LETTERHEAD)
                .on(LETTERHEAD.ID.eq(TREASURY_LIST.LETTERHEAD_ID))
                .where(condition)
                .orderBy(TREASURY_LIST.ID)
                .fetch(row -> new TreasuryList(
                        row.value1(),
                        row.value2(),
                        Letterhead.of(row.value3()),
                        debtors.getOrDefault(row.value1(), List.of())));
    }

    private Map<Place, List<Claim>> claims(Condition condition) {
        Map<Place, List<Claim>> claims = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                TREASURY_LIST.ID,
                                INVOICE.FAMILY_ID,
                                INVOICE.ID,
                                INVOICE.NUMBER,
                                INVOICE.MONTH,
                                INVOICE_RUN.ISSUED_ON,
                                INVOICE_RUN.DUE_ON,
                                INVOICE.AMOUNT_CENTS,
                                TREASURY_CLAIM.BALANCE_CENTS,
                                TREASURY_CLAIM.REMINDER_LEVEL,
                                TREASURY_CLAIM.REMINDED_ON)
                        .from(TREASURY_LIST)
                        .join(TREASURY_CLAIM)
                        .on(TREASURY_CLAIM.LIST_ID.eq(TREASURY_LIST.ID))
                        .join(INVOICE)
                        .on(INVOICE.ID.eq(TREASURY_CLAIM.INVOICE_ID))
                        .join(INVOICE_RUN)
                        .on(INVOICE_RUN.ID.eq(INVOICE.RUN_ID))
                        .where(condition)
                        .orderBy(TREASURY_LIST.ID, INVOICE_RUN.DUE_ON, INVOICE.ID),
                row -> claims.computeIfAbsent(new Place(row.getLong(1), row.getLong(2)), place -> new ArrayList<>())
                        .add(new Claim(
                                row.getLong(3),
                                Rows.text(row, 4),
                                MonthNumber.read(row.getInt(5)),
                                Rows.day(row, 6),
                                Rows.day(row, 7),
                                Money.ofCents(row.getLong(8)),
                                Money.ofCents(row.getLong(9)),
                                row.getInt(10),
                                Rows.dayOrNull(row, 11))));
        return claims;
    }
}
