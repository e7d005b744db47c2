package fr.perisco.workflow;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.KnownNotifications;
import fr.perisco.domain.payment.OpenInvoice;
import fr.perisco.domain.payment.PayFipMatching;
import fr.perisco.domain.payment.PayFipNotification;
import fr.perisco.domain.payment.PayFipOutcome;
import fr.perisco.domain.payment.PayFipVerdict;
import fr.perisco.domain.payment.TypedPayments;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.exchange.csv.Parsed;
import fr.perisco.exchange.csv.PaymentCsv;
import fr.perisco.store.AttemptStore;
import fr.perisco.store.ErasureStore;
import fr.perisco.store.Journal;
import fr.perisco.store.OnlinePaymentStore;
import fr.perisco.store.PaymentStore;
import fr.perisco.store.SetupStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records what families paid through PayFiP, and says of each payment what became of it. */
public final class PaymentImport {
    /**
     * A payment of the file.
     *
     * @param line where it stands in the file
     * @param paymentId the key under which it is recorded; null when it is not taken
     */
    public record Entry(
            long line, PayFipOutcome outcome, @Nullable Long paymentId) {}

    /**
     * What was recorded, and what became of each row.
     *
     * @param ofErased rows that paid for a family that is erased, with what became of the money
     * @param awaited how many references can be paid online and still wait for money, and what they come to
     */
    public record Report(
            ImportReport payments, List<Entry> entries, List<InputFault> ofErased, int awaited, Money awaitedSum) {
        public long count(PayFipVerdict verdict) {
            return entries.stream()
                    .filter(entry -> entry.outcome().verdict() == verdict)
                    .count();
        }

        /** The sum of what was recorded. */
        public Money taken() {
            return entries.stream()
                    .filter(entry -> entry.paymentId() != null)
                    .map(entry -> entry.outcome().notification().montant())
                    .reduce(Money.ZERO, Money::plus);
        }
    }

    private final Office office;

    public PaymentImport(Office office) {
        this.office = office;
    }

    /**
     * @throws fr.perisco.domain.reason.BadInput with every fault, unless the rows that have any may be set aside
     */
    public Report load(ImportFile file) {
        Parsed<PayFipNotification> parsed = PaymentCsv.read(file.content(), file.source(), file.charset());
        return office.act("payment import", null, journal -> {
            file.requireLoadable(parsed);
            List<Entry> entries = record(parsed.acceptedRows(), journal);
            ImportReport.Counts attempts = recordAttempts(entries, journal);
            file.writeRejected(parsed, office);
            List<OpenInvoice> awaited = new AwaitedPayments(office).open(null, null);
            return new Report(
                    report(parsed, entries, attempts),
                    entries,
                    ofErased(parsed, entries),
                    awaited.size(),
                    awaited.stream().map(OpenInvoice::balance).reduce(Money.ZERO, Money::plus));
        });
    }

    /** Money that came is recorded under the code that is left of its family: its invoice stays, and the accounts must hold it. */
    private List<InputFault> ofErased(Parsed<PayFipNotification> parsed, List<Entry> entries) {
        Set<String> erased = new ErasureStore(office.database()).families();
        List<Parsed.Row<PayFipNotification>> rows = parsed.acceptedRows();
        List<InputFault> notices = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            PayFipOutcome outcome = entries.get(i).outcome();
            OpenInvoice invoice = outcome.invoice();
            if (entries.get(i).paymentId() != null && invoice != null && erased.contains(invoice.familyCode())) {
                notices.add(parsed.notice(
                        rows.get(i),
                        "refdet",
                        outcome.credit().isPositive() ? "payment.import.erased-credit" : "payment.import.erased",
                        invoice.number(),
                        invoice.familyCode(),
                        outcome.notification().montant(),
                        outcome.credit()));
            }
        }
        return notices;
    }

    private ImportReport.Counts recordAttempts(List<Entry> entries, Journal journal) {
        List<PayFipOutcome> attempts = entries.stream()
                .map(Entry::outcome)
                .filter(PayFipOutcome::isAttempt)
                .toList();
        int added = new AttemptStore(office.database()).insert(attempts, journal);
        return new ImportReport.Counts("attempts", added, 0, attempts.size() - added, 0, 0);
    }

    private List<Entry> record(List<Parsed.Row<PayFipNotification>> rows, Journal journal) {
        List<PayFipNotification> told = rows.stream().map(Parsed.Row::good).toList();
        OnlinePaymentStore online = new OnlinePaymentStore(office.database());
        PayFipMatching matching = new PayFipMatching(
                new SetupStore(office.database()).settings().payFip(),
                new PaymentStore(office.database())
                        .invoices(told.stream().map(PayFipNotification::refdet).toList()),
                new KnownNotifications(online.recorded(told)),
                new TypedPayments(online.typed(told)));
        List<PayFipOutcome> outcomes = told.stream().map(matching::judge).toList();
        List<PayFipOutcome> taken =
                outcomes.stream().filter(outcome -> outcome.verdict().isTaken()).toList();
        long next = taken.isEmpty() ? 0 : online.insert(taken, journal);
        List<Entry> entries = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PayFipOutcome outcome = outcomes.get(i);
            entries.add(new Entry(rows.get(i).line(), outcome, outcome.verdict().isTaken() ? next++ : null));
        }
        return entries;
    }

    private static ImportReport report(
            Parsed<PayFipNotification> parsed, List<Entry> entries, ImportReport.Counts attempts) {
        List<ImportReport.Difference> differences = new ArrayList<>();
        entries.stream().filter(entry -> entry.paymentId() != null).forEach(entry -> addTo(differences, entry));
        long recorded =
                entries.stream().filter(entry -> entry.paymentId() != null).count();
        return new ImportReport(
                List.of(
                        new ImportReport.Counts(
                                "payments",
                                (int) recorded,
                                0,
                                entries.size() - (int) recorded - attempts.added() - attempts.unchanged(),
                                0,
                                parsed.rejectedRows().size()),
                        attempts),
                differences,
                parsed.faults(),
                parsed.unknownColumns());
    }

    private static void addTo(List<ImportReport.Difference> differences, Entry entry) {
        PayFipOutcome outcome = entry.outcome();
        var invoice = Objects.requireNonNull(outcome.invoice());
        differences.add(new ImportReport.Difference(
                ImportReport.Difference.NEW,
                "payment",
                String.valueOf(entry.paymentId()),
                "amount",
                null,
                outcome.notification().montant()));
        if (outcome.settled().isPositive()) {
            differences.add(new ImportReport.Difference(
                    ImportReport.Difference.CHANGED,
                    "invoice",
                    invoice.number(),
                    "balance",
                    invoice.balance(),
                    outcome.balance()));
        }
        if (outcome.credit().isPositive()) {
            differences.add(new ImportReport.Difference(
                    ImportReport.Difference.NEW, "credit", invoice.familyCode(), "amount", null, outcome.credit()));
        }
    }
}
