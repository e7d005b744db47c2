package fr.perisco.domain.invoice;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an invoiced month wants corrected: recomputed less billed, per child, unit and unit price (contract, rule 4.6). Days
 * taken back carry the tariff row and quotient that billed them, days added those that price them now.
 */
final class Adjustment {
    private record Place(long registrationId, long unitId) {}

    private record Price(Place place, Money unitPrice, boolean surcharge) {}

    private record LineKey(String child, long activity, long unit, Money unitPrice) implements Comparable<LineKey> {
        private static final Comparator<LineKey> ORDER = Comparator.comparing(LineKey::child)
                .thenComparingLong(LineKey::activity)
                .thenComparingLong(LineKey::unit)
                .thenComparing(LineKey::unitPrice);

        @Override
        public int compareTo(LineKey other) {
            return ORDER.compare(this, other);
        }
    }

    private static final int ADDED = 1;
    private static final int TAKEN_BACK = -1;
    private static final int LONGEST_MONTH = 31;

    private final InvoicedMonth month;
    private final Map<Place, ConsumedMonth> places = new HashMap<>();
    private final Map<Price, int[]> differences = new HashMap<>();
    private final Map<LineKey, List<LinePiece>> pieces = new TreeMap<>();

    private Adjustment(InvoicedMonth month) {
        this.month = month;
        month.consumed()
                .forEach(consumed -> places.put(
                        new Place(consumed.registrationId(), consumed.unit().id()), consumed));
    }

    /**
     * The lines that correct a month; none where as much would be billed again.
     *
     * @param recomputed the lines that the month would have now
     */
    static List<InvoiceLine> of(InvoicedMonth month, List<InvoiceLine> recomputed, InvoiceWording wording) {
        Adjustment adjustment = new Adjustment(month);
        List<BilledPiece> now = new ArrayList<>();
        recomputed.forEach(line -> line.pieces().forEach(piece -> now.add(new BilledPiece(piece, line.unitPrice()))));
        now.forEach(piece -> adjustment.count(piece, ADDED));
        month.billed().forEach(piece -> adjustment.count(piece, TAKEN_BACK));
        now.forEach(piece -> adjustment.take(piece, ADDED));
        month.billed().stream()
                .filter(billed -> billed.piece().quantity() > 0)
                .forEach(billed -> adjustment.take(billed, TAKEN_BACK));
        return adjustment.lines(wording);
    }

    private void count(BilledPiece billed, int direction) {
        int[] difference = difference(billed);
        int times = direction * Integer.signum(billed.piece().quantity());
        billed.piece().days().daysOfMonth().forEach(day -> difference[day] += times);
    }

    private void take(BilledPiece billed, int direction) {
        int[] difference = difference(billed);
        DaySet days = DaySet.EMPTY;
        for (int day : billed.piece().days().daysOfMonth().toArray()) {
            if (difference[day] * direction > 0) {
                difference[day] -= direction;
                days = days.union(DaySet.of(day));
            }
        }
        if (!days.isEmpty()) {
            pieces.computeIfAbsent(lineOf(billed), key -> new ArrayList<>())
                    .add(billed.piece().on(days, direction * days.size()));
        }
    }

    private int[] difference(BilledPiece billed) {
        return differences.computeIfAbsent(
                new Price(
                        placeOf(billed.piece()),
                        billed.unitPrice(),
                        billed.piece().surcharge()),
                price -> new int[LONGEST_MONTH + 1]);
    }

    private LineKey lineOf(BilledPiece billed) {
        ConsumedMonth consumed = consumed(billed.piece());
        return new LineKey(
                consumed.childCode(),
                consumed.unit().activity().id(),
                consumed.unit().id(),
                billed.unitPrice());
    }

    private ConsumedMonth consumed(LinePiece piece) {
        return Objects.requireNonNull(places.get(placeOf(piece)));
    }

    private static Place placeOf(LinePiece piece) {
        return new Place(piece.registrationId(), piece.unitId());
    }

    private List<InvoiceLine> lines(InvoiceWording wording) {
        List<InvoiceLine> lines = new ArrayList<>();
        pieces.forEach((key, parts) -> {
            ConsumedMonth consumed = consumed(parts.get(0));
            InvoiceLine line = new InvoiceLine(
                    LineKind.ADJUSTMENT,
                    consumed.childCode(),
                    consumed.childName(),
                    consumed.unit().activity().label(),
                    wording.adjustment(),
                    consumed.unit().activity().service(),
                    month.month(),
                    key.unitPrice(),
                    parts,
                    month.number());
            if (line.quantity() != 0) {
                lines.add(line);
            }
        });
        return lines;
    }
}
