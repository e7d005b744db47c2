package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.Deadline;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.LinePiece;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.DayAct;
import fr.perisco.domain.reservation.DayHistory;
import fr.perisco.domain.tariff.PriceReckoning;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.store.DayHistoryStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Traces every cent of an issued invoice: each day, who booked it when, and how its price came about. */
public final class InvoiceExplanation {
    /**
     * One day of a line.
     *
     * @param lineNumber from 1, in printed order
     * @param quantity 1, or -1 for a day taken back
     * @param state what the day had come to when the invoice was issued
     * @param origin who made it that; empty where no history tells
     * @param lateCancellation who cancelled it too late; empty when nobody did
     * @param deadline from which on it could not be cancelled any more; empty where its school year is not loaded
     */
    public record Day(
            int lineNumber,
            InvoiceLine line,
            Unit unit,
            LocalDate day,
            int quantity,
            String state,
            Optional<DayAct> origin,
            Optional<DayAct> lateCancellation,
            Optional<Deadline> deadline,
            PriceReckoning reckoning) {
        public Money amount() {
            return reckoning.unitPrice().times(quantity);
        }
    }

    /** An invoice, or one of its lines, day by day. */
    public record Answer(IssuedInvoice invoice, List<Day> days) {
        /** The sum of the days: of the whole invoice, its amount. */
        public Money total() {
            return days.stream().map(Day::amount).reduce(Money.ZERO, Money::plus);
        }
    }

    private final Office office;

    public InvoiceExplanation(Office office) {
        this.office = office;
    }

    /**
     * @param lineNumber the only line, from 1; null for all
     * @throws Refused when there is no such invoice, or it has no such line
     */
    public Answer of(String number, @Nullable Integer lineNumber) {
        IssuedInvoice invoice = new IssuedInvoices(office).show(number);
        int count = invoice.lines().size();
        if (lineNumber != null && (lineNumber < 1 || lineNumber > count)) {
            throw Refused.because("invoice.no-line", number, lineNumber, count);
        }
        return office.read(() -> {
            Sources sources = new Sources(invoice);
            List<Day> days = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                if (lineNumber == null || lineNumber == i) {
                    InvoiceLine line = invoice.lines().get(i - 1);
                    for (LinePiece piece : line.pieces()) {
                        sources.explain(i, line, piece, days);
                    }
                }
            }
            return new Answer(invoice, days);
        });
    }

    /** What the invoice's lines point at. */
    private final class Sources {
        private final long invoiceId;
        private final Rulebook rules = new Rulebook(office);
        private final DayHistoryStore histories = new DayHistoryStore(office.database());
        private final Map<Long, Tariff> tariffs = new HashMap<>();
        private final Map<Long, FamilyQuotient> quotients;

        Sources(IssuedInvoice invoice) {
            invoiceId = invoice.id();
            new SetupStore(office.database()).allTariffs().forEach(tariff -> tariffs.put(tariff.id(), tariff));
            quotients = histories.quotients(invoice.lines().stream()
                    .flatMap(line -> line.pieces().stream())
                    .map(LinePiece::quotientId)
                    .filter(Objects::nonNull)
                    .toList());
        }

        void explain(int lineNumber, InvoiceLine line, LinePiece piece, List<Day> days) {
            Unit unit = rules.unit(piece.unitId());
            PriceReckoning reckoning = reckoning(piece);
            DayHistory history = histories.before(invoiceId, line.month(), piece.unitId(), piece.registrationId());
            piece.days()
                    .days(line.month())
                    .map(day -> new Day(
                            lineNumber,
                            line,
                            unit,
                            day,
                            Integer.signum(piece.quantity()),
                            history.stateOf(day.getDayOfMonth()),
                            history.originOf(day.getDayOfMonth()),
                            history.lateCancellationOf(day.getDayOfMonth()),
                            Deadline.ifKnown(unit.activity().cancelNotice(), day, rules.calendar()),
                            reckoning))
                    .forEach(days::add);
        }

        private PriceReckoning reckoning(LinePiece piece) {
            Tariff tariff = Objects.requireNonNull(tariffs.get(piece.tariffId()));
            Long quotientId = piece.quotientId();
            FamilyQuotient quotient = quotientId == null ? null : quotients.get(quotientId);
            return PriceReckoning.of(tariff, quotient, piece.surcharge(), piece.share());
        }
    }
}
