package fr.perisco.domain.payment;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The administration's statement of what was paid, compared both ways with the payments that the office holds.
 *
 * @param span the days that the statement tells of; empty when it has no line
 * @param agreeing how many of its payments the office holds, at the same amount
 * @param setAside how many of its lines are no money of the office's: refused, abandoned, trials, another office's
 */
public record StatementCheck(
        Optional<DaySpan> span, int agreeing, Money agreed, int setAside, List<Difference> differences) {
    /** What differs. */
    public enum Kind {
        /** The statement has a payment that the office does not hold: its notification was lost. */
        MISSING_HERE,
        /** The office holds a payment of these days that the statement lacks. */
        MISSING_THERE,
        /** Both have it, at different amounts. */
        AMOUNT_DIFFERS;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param familyCode null when no invoice has that number
     * @param told the amount on the statement; null when it lacks the payment
     * @param held the amount recorded; null when the office does not hold it
     * @param paymentId the key of the payment recorded; null when there is none
     */
    public record Difference(
            Kind kind,
            String refdet,
            @Nullable String familyCode,
            @Nullable Money told,
            @Nullable Money held,
            LocalDate day,
            @Nullable LocalTime time,
            String reference,
            @Nullable Long paymentId) {}

    public StatementCheck {
        differences = List.copyOf(differences);
    }

    /** The days from the first to the last that a statement's lines bear; empty when none bears one. */
    public static Optional<DaySpan> spanOf(List<PayFipNotification> statement) {
        List<LocalDate> days = statement.stream()
                .map(PayFipNotification::dattrans)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(new DaySpan(days.get(0), days.get(days.size() - 1)));
    }

    /**
     * @param held all that could be on the statement: paid online on its days, or under its references and keys
     * @param families codes by invoice number
     */
    public static StatementCheck of(
            PayFip payFip, List<PayFipNotification> statement, List<HeldPayment> held, Map<String, String> families) {
        List<PayFipNotification> paid = paid(payFip, statement);
        Open open = new Open(held);
        List<PayFipNotification> unknown = new ArrayList<>();
        Money agreed = Money.ZERO;
        int agreeing = 0;
        for (PayFipNotification told : paid) {
            if (open.take(told, of -> of.amount().equals(told.montant())).isPresent()) {
                agreeing++;
                agreed = agreed.plus(told.montant());
            } else {
                unknown.add(told);
            }
        }
        List<Difference> differences = new ArrayList<>();
        for (PayFipNotification told : unknown) {
            differences.add(difference(told, open.take(told, of -> true).orElse(null), families.get(told.refdet())));
        }
        Optional<DaySpan> span = spanOf(statement);
        held.stream()
                .filter(open::has)
                .filter(of -> span.isPresent() && span.get().contains(of.day()))
                .forEach(of -> differences.add(missingThere(of)));
        differences.sort((one, other) -> one.kind().compareTo(other.kind()));
        return new StatementCheck(span, agreeing, agreed, statement.size() - paid.size(), differences);
    }

    /** The lines that are money of the office's, each once. */
    private static List<PayFipNotification> paid(PayFip payFip, List<PayFipNotification> statement) {
        Set<Object> seen = new HashSet<>();
        return statement.stream()
                .filter(told -> told.resultrans().isPaid()
                        && told.numcli().equals(payFip.numcli())
                        && !payFip.isTrial(told)
                        && seen.add(told.idop().isEmpty() ? told.traits() : told.idop()))
                .toList();
    }

    private static Difference difference(
            PayFipNotification told, @Nullable HeldPayment held, @Nullable String familyCode) {
        return new Difference(
                held == null ? Kind.MISSING_HERE : Kind.AMOUNT_DIFFERS,
                told.refdet(),
                held == null ? familyCode : held.familyCode(),
                told.montant(),
                held == null ? null : held.amount(),
                Objects.requireNonNull(told.dattrans()),
                told.heurtrans(),
                told.reference(),
                held == null ? null : (Long) held.id());
    }

    private static Difference missingThere(HeldPayment of) {
        return new Difference(
                Kind.MISSING_THERE,
                of.refdet(),
                of.familyCode(),
                null,
                of.amount(),
                of.day(),
                of.time(),
                of.reference(),
                of.id());
    }

    /** The payments that no line of the statement has named yet. */
    private static final class Open {
        private final Map<String, List<HeldPayment>> candidates = new HashMap<>();
        private final Set<Long> ids = new HashSet<>();

        Open(List<HeldPayment> held) {
            for (HeldPayment of : held) {
                ids.add(of.id());
                candidates
                        .computeIfAbsent(of.refdet(), key -> new ArrayList<>())
                        .add(of);
                if (!of.idop().isEmpty()) {
                    candidates
                            .computeIfAbsent(of.idop(), key -> new ArrayList<>())
                            .add(of);
                }
            }
        }

        boolean has(HeldPayment of) {
            return ids.contains(of.id());
        }

        Optional<HeldPayment> take(PayFipNotification told, Predicate<HeldPayment> wanted) {
            Optional<HeldPayment> found = Stream.of(told.idop(), told.refdet())
                    .flatMap(key -> candidates.getOrDefault(key, List.of()).stream())
                    .filter(of -> has(of) && of.isOf(told) && wanted.test(of))
                    .findFirst();
            found.ifPresent(of -> ids.remove(of.id()));
            return found;
        }
    }
}
