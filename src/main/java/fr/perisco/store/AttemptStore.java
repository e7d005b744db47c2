package fr.perisco.store;

import static fr.perisco.store.generated.Tables.ACT;
import static fr.perisco.store.generated.Tables.ALLOCATION;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.ONLINE_ATTEMPT;
import static fr.perisco.store.generated.Tables.ONLINE_PAYMENT;
import static fr.perisco.store.generated.Tables.PAYMENT;

import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PayFipAttempt;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.PayFipOutcome;
import fr.perisco.domain.payment.PayFipResult;
import fr.perisco.domain.payment.PayFipVerdict;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Attempts to pay online that brought no money. */
public final class AttemptStore {
    private record Key(
            String numcli,
            String refdet,
            String result,
            long cents,
            String numauto,
            @Nullable LocalDate day,
            @Nullable String time) {
        static Key of(PayFipNotification told) {
            return new Key(
                    told.numcli(),
                    told.refdet(),
                    told.resultrans().letter(),
                    told.montant().cents(),
                    told.numauto(),
                    told.dattrans(),
                    told.heurtrans() == null ? null : told.heurtrans().toString());
        }
    }

    private final Database database;

    public AttemptStore(Database database) {
        this.database = database;
    }

    /**
     * Records attempts, those that are recorded already aside.
     *
     * @return how many are new
     */
    public int insert(List<PayFipOutcome> attempts, Journal journal) {
        Set<Key> known = known(attempts);
        List<PayFipOutcome> fresh = attempts.stream()
                .filter(attempt -> known.add(Key.of(attempt.notification())))
                .toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        long id = database.nextId(ONLINE_ATTEMPT.ID);
        long actId = journal.actId();
        try (Batch batch = Batch.insert(database, ONLINE_ATTEMPT, ONLINE_ATTEMPT.fields())) {
            for (PayFipOutcome attempt : fresh) {
                Key key = Key.of(attempt.notification());
                batch.add(
                        id++,
                        key.numcli(),
                        key.refdet(),
                        key.result(),
                        attempt.verdict() == PayFipVerdict.TEST,
                        key.cents(),
                        key.numauto(),
                        key.day(),
                        key.time(),
                        actId);
            }
        }
        journal.changed(fresh.stream().map(AttemptStore::change).toList());
        return fresh.size();
    }

    private static FieldChange change(PayFipOutcome attempt) {
        PayFipNotification told = attempt.notification();
        return new FieldChange(
                "invoice",
                told.refdet(),
                "online-attempt",
                null,
                Stream.of(told.resultrans().letter(), told.dattrans(), told.heurtrans())
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    private Set<Key> known(List<PayFipOutcome> attempts) {
        Set<Key> known = new HashSet<>();
        for (List<String> refdets : Portions.of(attempts.stream()
                .map(attempt -> attempt.notification().refdet())
                .toList())) {
            database.dsl()
                    .selectFrom(ONLINE_ATTEMPT)
                    .where(ONLINE_ATTEMPT.REFDET.in(refdets))
                    .forEach(row -> known.add(new Key(
                            row.getNumcli(),
                            row.getRefdet(),
                            row.getResult(),
                            row.getAmountCents(),
                            row.getNumauto(),
                            row.getTriedOn(),
                            row.getHeurtrans())));
        }
        return known;
    }

    /** The last attempt to pay each of these invoices that no payment followed, by number; one without a day counts when it was told. */
    public Map<String, PayFipAttempt> unanswered(Collection<String> numbers) {
        Map<String, PayFipAttempt> last = new HashMap<>();
        for (List<String> portion : Portions.of(numbers)) {
            Rows.each(
                    database,
                    database.dsl()
                            .select(
                                    ONLINE_ATTEMPT.REFDET,
                                    ONLINE_ATTEMPT.RESULT,
                                    ONLINE_ATTEMPT.IS_TRIAL,
                                    ONLINE_ATTEMPT.AMOUNT_CENTS,
                                    ONLINE_ATTEMPT.TRIED_ON,
                                    ONLINE_ATTEMPT.HEURTRANS,
                                    ACT.EFFECTIVE_AT)
                            .from(ONLINE_ATTEMPT)
                            .join(ACT)
                            .on(ACT.ID.eq(ONLINE_ATTEMPT.ACT_ID))
                            .where(ONLINE_ATTEMPT.REFDET.in(portion))
                            .orderBy(ONLINE_ATTEMPT.ID),
                    row -> {
                        LocalDate day = Rows.dayOrNull(row, 5);
                        PayFipAttempt attempt = new PayFipAttempt(
                                PayFipResult.parse(Rows.text(row, 2)).orElseThrow(),
                                row.getBoolean(3),
                                Money.ofCents(row.getLong(4)),
                                day == null
                                        ? LocalDateTime.parse(Rows.text(row, 7))
                                        : moment(day, row.getString(6), LocalTime.MIDNIGHT));
                        last.merge(
                                Rows.text(row, 1),
                                attempt,
                                (one, other) -> one.at().isAfter(other.at()) ? one : other);
                    });
        }
        lastPaid(last.keySet())
                .forEach((number, paid) -> last.computeIfPresent(
                        number, (key, attempt) -> attempt.at().isAfter(paid) ? attempt : null));
        return last;
    }

    /** When each invoice was paid last; a payment that has no time counts at the end of its day. */
    private Map<String, LocalDateTime> lastPaid(Collection<String> numbers) {
        Map<String, LocalDateTime> paid = new HashMap<>();
        for (List<String> portion : Portions.of(new ArrayList<>(numbers))) {
            Rows.each(
                    database,
                    database.dsl()
                            .select(INVOICE.NUMBER, PAYMENT.RECEIVED_ON, ONLINE_PAYMENT.HEURTRANS)
                            .from(ALLOCATION)
                            .join(INVOICE)
                            .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                            .join(PAYMENT)
                            .on(PAYMENT.ID.eq(ALLOCATION.PAYMENT_ID))
                            .leftJoin(ONLINE_PAYMENT)
                            .on(ONLINE_PAYMENT.PAYMENT_ID.eq(PAYMENT.ID))
                            .where(INVOICE.NUMBER.in(portion)),
                    row -> paid.merge(
                            Rows.text(row, 1),
                            moment(Rows.day(row, 2), row.getString(3), LocalTime.MAX),
                            (one, other) -> one.isAfter(other) ? one : other));
        }
        return paid;
    }

    private static LocalDateTime moment(LocalDate day, @Nullable String time, LocalTime otherwise) {
        return day.atTime(time == null ? otherwise : LocalTime.parse(time));
    }
}
