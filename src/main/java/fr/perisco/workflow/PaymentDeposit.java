package fr.perisco.workflow;

import fr.perisco.domain.family.FieldChange;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.payment.DepositSlip;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Refused;
import fr.perisco.exchange.pdf.DepositSlipDocument;
import fr.perisco.exchange.pdf.PaymentListPdf;
import fr.perisco.store.DepositStore;
import fr.perisco.store.Journal;
import fr.perisco.store.SetupStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what lies in the office's drawer on deposit slips: each payment on one, and what is on one stays on it. */
public final class PaymentDeposit {
    /**
     * @param slips the new ones, one a method
     * @param notices cash that was all refunded, letters that no font has
     */
    public record Report(List<DepositSlip> slips, List<Reason> notices) {}

    private final Office office;
    private final DepositStore store;

    public PaymentDeposit(Office office) {
        this.office = office;
        this.store = new DepositStore(office.database());
    }

    /**
     * Makes a slip of the payments by a method that are on none, or one a method.
     *
     * @param method null for each of those that are deposited
     * @param until last day of receipt; null for today
     * @param file gets the slips, each on pages of its own; null for none
     * @throws Refused when the method is not deposited, or the day is still to come
     */
    public Report make(@Nullable PaymentMethod method, @Nullable LocalDate until, @Nullable Path file) {
        if (method != null && !method.isDeposited()) {
            throw Refused.because("deposit.method", method.code());
        }
        LocalDate last = until == null ? office.today() : until;
        if (last.isAfter(office.today())) {
            throw Refused.because("deposit.in-the-future", last);
        }
        return office.act("payment deposit", null, journal -> {
            List<Reason> notices = new ArrayList<>();
            List<DepositSlip> slips = new ArrayList<>();
            for (PaymentMethod of : method == null ? deposited() : List.of(method)) {
                add(slips, of, last, notices, journal);
            }
            if (file != null) {
                notices.addAll(put(slips, file));
            }
            return new Report(slips, notices);
        });
    }

    private static List<PaymentMethod> deposited() {
        return Arrays.stream(PaymentMethod.values())
                .filter(PaymentMethod::isDeposited)
                .toList();
    }

    private void add(
            List<DepositSlip> slips, PaymentMethod method, LocalDate until, List<Reason> notices, Journal journal) {
        List<DepositSlip.Line> lines = store.waiting(method, until);
        if (lines.isEmpty()) {
            return;
        }
        if (!DepositSlip.total(lines).isPositive()) {
            notices.add(Reason.of("deposit.no-money", method.code(), DepositSlip.total(lines)));
            return;
        }
        Letterhead letterhead =
                Letterhead.of(new SetupStore(office.database()).settings().letterhead());
        DepositSlip slip = store.insert(method, office.today(), letterhead, lines, journal);
        String number = Long.toString(slip.number());
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange("deposit", number, "created", null, method.code() + " " + slip.total()));
        lines.forEach(line -> changes.add(
                line.paymentId() != null
                        ? new FieldChange("payment", line.paymentId().toString(), "deposit", null, number)
                        : new FieldChange("refund", String.valueOf(line.payoutId()), "deposit", null, number)));
        journal.changed(changes);
        slips.add(slip);
    }

    /**
     * Slips by their numbers.
     *
     * @param number the only one; null for all
     * @param from first day on which it was made; null for the beginning
     * @throws Refused when no slip has the number
     */
    public List<DepositSlip> list(
            @Nullable Long number, @Nullable PaymentMethod method, @Nullable LocalDate from, @Nullable LocalDate to) {
        return office.read(() -> {
            if (number != null && store.slips(number, null, null, null).isEmpty()) {
                throw Refused.because("unknown.deposit", number);
            }
            return store.slips(number, method, from, to);
        });
    }

    /**
     * Prints slips as they were made, each on pages of its own; none, no file.
     *
     * @return the characters that no font has; empty when there is none
     */
    public String print(List<DepositSlip> slips, Path file) {
        if (slips.isEmpty()) {
            return "";
        }
        List<DepositSlipDocument> documents = slips.stream()
                .map(slip -> new DepositSlipDocument(InvoiceDocuments.head(slip.letterhead()), slip))
                .toList();
        return PrintedPdf.put(office, file, out -> new PaymentListPdf().write(documents, out))
                .missing();
    }

    private List<Reason> put(List<DepositSlip> slips, Path file) {
        String missing = print(slips, file);
        return missing.isEmpty() ? List.of() : List.of(Reason.of("report.missing-characters", missing));
    }
}
