package fr.perisco.domain.consumption;

import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.money.Share;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for a registration besides its own family: a second family, for every other week or for a part of each day.
 *
 * @param familyId of the registration
 * @param records oldest first; before the first one the registration's family pays alone
 */
public record Sharing(long familyId, List<Since> records) {
    /**
     * What holds from a day on.
     *
     * @param second the second family; null when the registration's own pays alone again
     * @param part what the second family pays
     */
    public record Since(LocalDate from, @Nullable Long second, SecondShare part) {}

    /** What a family pays: a part of some days. */
    public record Portion(long familyId, DaySet days, Share share) {}

    public Sharing {
        records = List.copyOf(records);
    }

    /** What holds on a day; null when the registration's family pays alone. */
    public @Nullable Since on(LocalDate day) {
        Since held = null;
        for (Since since : records) {
            if (!since.from().isAfter(day)) {
                held = since;
            }
        }
        return held == null || held.second() == null ? null : held;
    }

    /** What holds on a day, or else the next that will; null when the registration's family pays alone from then on. */
    public @Nullable Since onOrAfter(LocalDate day) {
        Since held = on(day);
        return held != null
                ? held
                : records.stream()
                        .filter(since -> since.second() != null && since.from().isAfter(day))
                        .findFirst()
                        .orElse(null);
    }

    /** Whether something else holds on a later day. */
    public boolean changesAfter(LocalDate day) {
        return records.stream().anyMatch(since -> since.from().isAfter(day));
    }

    /** Every family that ever pays, here or there. */
    public Set<Long> payersWith(Sharing other) {
        Set<Long> payers = new TreeSet<>(payers());
        payers.addAll(other.payers());
        return payers;
    }

    /** Every family that ever pays, with its part of the month; a family without any has an empty one. */
    public List<Portion> portions(YearMonth month) {
        List<Portion> portions = new ArrayList<>();
        DaySet alone = DaySet.allOf(month);
        for (int i = 0; i < records.size(); i++) {
            Since since = records.get(i);
            LocalDate last = i + 1 < records.size() ? records.get(i + 1).from().minusDays(1) : month.atEndOfMonth();
            Long second = since.second();
            if (second != null && !last.isBefore(since.from())) {
                DaySet shared = DaySet.between(month, since.from(), last)
                        .intersect(since.part().weeks().in(month));
                alone = alone.minus(shared);
                Share share = since.part().share();
                add(portions, new Portion(second, shared, share));
                if (!share.isWhole()) {
                    add(portions, new Portion(familyId, shared, share.before()));
                }
            }
        }
        add(portions, new Portion(familyId, alone, Share.WHOLE));
        payers().stream()
                .filter(payer -> portions.stream().noneMatch(portion -> portion.familyId() == payer))
                .forEach(payer -> portions.add(new Portion(payer, DaySet.EMPTY, Share.WHOLE)));
        return portions;
    }

    private static void add(List<Portion> portions, Portion portion) {
        if (!portion.days().isEmpty()) {
            portions.add(portion);
        }
    }

    /** The registration's family and every other one that ever pays. */
    public Set<Long> payers() {
        Set<Long> payers = new TreeSet<>(Set.of(familyId));
        for (Since since : records) {
            if (since.second() != null) {
                payers.add(since.second());
            }
        }
        return payers;
    }
}
