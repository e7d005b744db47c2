package fr.perisco.domain.invoice;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.tariff.ChildSituation;
import fr.perisco.domain.tariff.Quote;
import fr.perisco.domain.tariff.TariffGrid;
import fr.perisco.domain.tariff.TariffGrids;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prices the days of one month. A month is cut where a quotient, a residence or a grid changes; inside a piece every day
 * costs the same, so that sets of days are priced and never single days.
 */
final class MonthPricing {
    private record Priced(LineKind kind, ConsumedMonth consumed, LinePiece piece, Money unitPrice) {}

    private record GridQuestion(long unitId, LocalDate day, boolean resident) {
        /** Asked once a child and unit; what the compiler makes for a record is slow until it has warmed up. */
        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(unitId) + day.hashCode()) + Boolean.hashCode(resident);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof GridQuestion asked
                    && unitId == asked.unitId
                    && resident == asked.resident
                    && day.equals(asked.day);
        }
    }

    private static final Comparator<Priced> LINE_ORDER = (one, other) -> {
        int order = one.consumed().childCode().compareTo(other.consumed().childCode());
        if (order == 0) {
            order = Long.compare(
                    one.consumed().unit().activity().id(),
                    other.consumed().unit().activity().id());
        }
        if (order == 0) {
            order = Long.compare(
                    one.consumed().unit().id(), other.consumed().unit().id());
        }
        if (order == 0) {
            order = one.kind().compareTo(other.kind());
        }
        return order == 0 ? one.unitPrice().compareTo(other.unitPrice()) : order;
    };

    /** The pieces of a line stand in one order, whichever was read first: the fingerprint covers them. */
    private static final Comparator<Priced> PIECE_ORDER = LINE_ORDER
            .thenComparingLong(priced -> priced.piece().registrationId())
            .thenComparingInt(priced -> priced.piece().days().first());

    private final YearMonth month;
    private final TariffGrids grids;
    private final InvoiceWording wording;
    private final Map<Long, List<LocalDate>> gridChanges = new HashMap<>();
    private final Map<GridQuestion, TariffGrid> gridsInForce = new HashMap<>();

    MonthPricing(YearMonth month, TariffGrids grids, InvoiceWording wording) {
        this.month = month;
        this.grids = grids;
        this.wording = wording;
    }

    /** The family's lines in printed order; what could not be priced is added to the anomalies. */
    List<InvoiceLine> linesOf(PayingFamily family, List<ConsumedMonth> consumedMonths, List<Anomaly> anomalies) {
        List<Priced> priced = new ArrayList<>();
        boolean withoutQuotient = false;
        for (ConsumedMonth consumed : consumedMonths) {
            for (DaySet span : spans(family, consumed)) {
                DaySet days = consumed.consumption().billed().intersect(span);
                if (days.isEmpty()) {
                    continue;
                }
                LocalDate first = month.atDay(days.first());
                Optional<FamilyQuotient> quotient = family.quotients().inForceOn(first);
                Optional<Quote> quote = quote(family, consumed, first, quotient);
                if (quote.isEmpty()) {
                    anomalies.add(noTariff(family, consumed, first, quotient));
                    continue;
                }
                withoutQuotient |= quote.get().withoutQuotient();
                price(consumed, span, quote.get(), quotient, priced);
            }
        }
        if (withoutQuotient) {
            anomalies.add(
                    new Anomaly(family.code(), false, Reason.of("anomaly.no-quotient", family.code(), family.name())));
        }
        priced.sort(PIECE_ORDER);
        return merged(priced);
    }

    private List<DaySet> spans(PayingFamily family, ConsumedMonth consumed) {
        List<LocalDate> ofGrid = gridChanges.computeIfAbsent(
                consumed.unit().id(),
                id -> grids.changes(id).filter(this::insideMonth).toList());
        List<LocalDate> ofFamily = familyChanges(family);
        if (grids.isByChild(consumed.unit().id())) {
            childChanges(family, consumed.childCode()).forEach(ofFamily::add);
        }
        if (ofGrid.isEmpty() && ofFamily.isEmpty()) {
            return List.of(DaySet.allOf(month));
        }
        List<LocalDate> starts = Stream.of(Stream.of(month.atDay(1)), ofGrid.stream(), ofFamily.stream())
                .flatMap(days -> days)
                .distinct()
                .sorted()
                .toList();
        List<DaySet> spans = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            LocalDate last = i + 1 < starts.size() ? starts.get(i + 1).minusDays(1) : month.atEndOfMonth();
            spans.add(DaySet.between(month, starts.get(i), last));
        }
        return spans;
    }

    private List<LocalDate> familyChanges(PayingFamily family) {
        List<LocalDate> changes = new ArrayList<>(0);
        for (FamilyQuotient quotient : family.quotients().records()) {
            if (insideMonth(quotient.countsFrom())) {
                changes.add(quotient.countsFrom());
            }
        }
        for (ResidencyHistory.Since since : family.residency().records()) {
            if (insideMonth(since.from())) {
                changes.add(since.from());
            }
        }
        return changes;
    }

    private Stream<LocalDate> childChanges(PayingFamily family, String childCode) {
        ChildSituation child = family.children().get(childCode);
        return child == null
                ? Stream.empty()
                : child.changes(month.atDay(1), month.atEndOfMonth()).filter(this::insideMonth);
    }

    private boolean insideMonth(LocalDate day) {
        return day.isAfter(month.atDay(1)) && !day.isAfter(month.atEndOfMonth());
    }

    private Optional<Quote> quote(
            PayingFamily family, ConsumedMonth consumed, LocalDate day, Optional<FamilyQuotient> quotient) {
        return gridsInForce
                .computeIfAbsent(
                        new GridQuestion(
                                consumed.unit().id(), day, family.residency().isResidentOn(day)),
                        asked -> grids.inForce(asked.unitId(), asked.day(), asked.resident()))
                .quote(
                        quotient.map(FamilyQuotient::quotient).orElse(null),
                        family.pricedChild(consumed.childCode(), day));
    }

    private static void price(
            ConsumedMonth consumed, DaySet span, Quote quote, Optional<FamilyQuotient> quotient, List<Priced> priced) {
        Long quotientId = quotient.map(FamilyQuotient::id).orElse(null);
        DaySet days = consumed.consumption().billed().intersect(span);
        priced.add(new Priced(
                LineKind.DAYS,
                consumed,
                piece(consumed, days, quote, quotientId, false),
                consumed.share().of(quote.unitPrice())));
        DaySet surcharged = consumed.consumption().surcharged().intersect(span);
        Money surcharge = quote.tariff().unbookedSurcharge();
        if (!surcharged.isEmpty() && surcharge.isPositive()) {
            priced.add(new Priced(
                    LineKind.SURCHARGE,
                    consumed,
                    piece(consumed, surcharged, quote, quotientId, true),
                    consumed.share().of(surcharge)));
        }
    }

    private static LinePiece piece(
            ConsumedMonth consumed, DaySet days, Quote quote, @Nullable Long quotientId, boolean surcharge) {
        return new LinePiece(
                consumed.registrationId(),
                consumed.unit().id(),
                days,
                days.size(),
                quote.tariff().id(),
                quotientId,
                surcharge,
                consumed.share());
    }

    private List<InvoiceLine> merged(List<Priced> priced) {
        List<InvoiceLine> lines = new ArrayList<>();
        for (int from = 0; from < priced.size(); ) {
            int to = from + 1;
            while (to < priced.size() && LINE_ORDER.compare(priced.get(from), priced.get(to)) == 0) {
                to++;
            }
            Priced first = priced.get(from);
            Unit unit = first.consumed().unit();
            List<LinePiece> pieces = new ArrayList<>(to - from);
            priced.subList(from, to).forEach(piece -> pieces.add(piece.piece()));
            lines.add(new InvoiceLine(
                    first.kind(),
                    first.consumed().childCode(),
                    first.consumed().childName(),
                    unit.activity().label(),
                    first.kind() == LineKind.SURCHARGE ? wording.surcharge() : unit.label(),
                    unit.activity().service(),
                    month,
                    first.unitPrice(),
                    pieces,
                    null));
            from = to;
        }
        return lines;
    }

    private Anomaly noTariff(
            PayingFamily family, ConsumedMonth consumed, LocalDate day, Optional<FamilyQuotient> quotient) {
        String child = grids.isByChild(consumed.unit().id())
                ? " (" + family.pricedChild(consumed.childCode(), day).written() + ")"
                : "";
        String unit = consumed.unit().activity().code() + " " + consumed.unit().code();
        Reason reason = quotient.isPresent()
                ? Reason.of(
                        "anomaly.no-tariff",
                        family.code(),
                        consumed.childCode(),
                        unit,
                        day,
                        quotient.get().quotient(),
                        child)
                : Reason.of("anomaly.no-grid", family.code(), consumed.childCode(), unit, day, child);
        return new Anomaly(family.code(), true, reason);
    }
}
