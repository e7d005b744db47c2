package fr.perisco.domain.invoice;

import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Why a family is billed otherwise than for the month before. The causes add up to the difference, to the cent: days more or
 * fewer count at the former price, and what then remains is the price's.
 */
public record MonthDifference(Money before, Money now, List<Cause> causes) {
    /** What changed. */
    public enum Kind {
        /** A child and unit that the month before did not bill. */
        NEW,
        /** A child and unit that this month does not bill. */
        GONE,
        DAYS,
        /** Another part of the price: a second family pays more or less of it. */
        SHARE,
        /** Another price, since the family's quotient is another one. */
        QUOTIENT,
        /** Another price: the grid, the residence or the child is another one. */
        TARIFF,
        /** Corrections of earlier months, in this month or the one before. */
        ADJUSTMENT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of the causes.
     *
     * @param label of the lines
     * @param difference what it adds
     */
    public record Cause(
            Kind kind,
            String childCode,
            String registration,
            String label,
            int quantityBefore,
            int quantity,
            Money difference) {}

    private record Key(String childCode, String registration, String label, boolean adjustment)
            implements Comparable<Key> {
        static Key of(InvoiceLine line) {
            return new Key(line.childCode(), line.registration(), line.label(), line.kind() == LineKind.ADJUSTMENT);
        }

        @Override
        public int compareTo(Key other) {
            int order = childCode.compareTo(other.childCode);
            order = order == 0 ? registration.compareTo(other.registration) : order;
            order = order == 0 ? label.compareTo(other.label) : order;
            return order == 0 ? Boolean.compare(adjustment, other.adjustment) : order;
        }
    }

    public MonthDifference {
        causes = List.copyOf(causes);
    }

    /**
     * @param before the lines of the month before; none when it was not billed
     * @param now the lines of this month
     */
    public static MonthDifference of(List<InvoiceLine> before, List<InvoiceLine> now) {
        Map<Key, List<InvoiceLine>> former = byKey(before);
        Map<Key, List<InvoiceLine>> present = byKey(now);
        Set<Key> keys = new HashSet<>(former.keySet());
        keys.addAll(present.keySet());
        List<Cause> causes = new ArrayList<>();
        keys.stream()
                .sorted()
                .forEach(key ->
                        add(causes, key, former.getOrDefault(key, List.of()), present.getOrDefault(key, List.of())));
        return new MonthDifference(amount(before), amount(now), causes);
    }

    private static Map<Key, List<InvoiceLine>> byKey(List<InvoiceLine> lines) {
        Map<Key, List<InvoiceLine>> byKey = new TreeMap<>();
        lines.forEach(line ->
                byKey.computeIfAbsent(Key.of(line), key -> new ArrayList<>(1)).add(line));
        return byKey;
    }

    private static void add(List<Cause> causes, Key key, List<InvoiceLine> before, List<InvoiceLine> now) {
        Money difference = amount(now).minus(amount(before));
        if (key.adjustment() || before.isEmpty() || now.isEmpty()) {
            Kind kind = key.adjustment() ? Kind.ADJUSTMENT : before.isEmpty() ? Kind.NEW : Kind.GONE;
            causes.add(cause(kind, key, before, now, difference));
            return;
        }
        Money formerPrice =
                Objects.requireNonNull(before.get(before.size() - 1)).unitPrice();
        Money byDays = formerPrice.times(quantity(now) - (long) quantity(before));
        if (quantity(now) != quantity(before)) {
            causes.add(cause(Kind.DAYS, key, before, now, byDays));
        }
        Money byPrice = difference.minus(byDays);
        if (!byPrice.equals(Money.ZERO)) {
            causes.add(cause(priceChange(before, now), key, before, now, byPrice));
        }
    }

    private static Kind priceChange(List<InvoiceLine> before, List<InvoiceLine> now) {
        if (!all(before, LinePiece::share).equals(all(now, LinePiece::share))) {
            return Kind.SHARE;
        }
        return all(before, MonthDifference::quotient).equals(all(now, MonthDifference::quotient))
                ? Kind.TARIFF
                : Kind.QUOTIENT;
    }

    private static Object quotient(LinePiece piece) {
        Long id = piece.quotientId();
        return id == null ? "none" : id;
    }

    private static <T> Set<T> all(List<InvoiceLine> lines, Function<LinePiece, T> property) {
        Set<T> all = new HashSet<>();
        lines.forEach(line -> line.pieces().forEach(piece -> all.add(property.apply(piece))));
        return all;
    }

    private static Cause cause(Kind kind, Key key, List<InvoiceLine> before, List<InvoiceLine> now, Money difference) {
        return new Cause(
                kind, key.childCode(), key.registration(), key.label(), quantity(before), quantity(now), difference);
    }

    private static int quantity(List<InvoiceLine> lines) {
        return lines.stream().mapToInt(InvoiceLine::quantity).sum();
    }

    private static Money amount(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What the family is billed more than the month before; negative when it is less. */
    public Money difference() {
        return now.minus(before);
    }
}
