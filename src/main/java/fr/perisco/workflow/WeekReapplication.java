package fr.perisco.workflow;

import fr.perisco.domain.activity.OpeningChange;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.reservation.ReappliedDay;
import fr.perisco.domain.reservation.Verdict;
import fr.perisco.domain.reservation.WeekEffect;
import fr.perisco.store.Journal;
import fr.perisco.store.OpeningStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Applies typical weeks to the days that a change of the setup opened or closed (contract, rule 4.5): what is closed now is
 * taken back, unbilled; what is open now is booked where it can still be added. Its time grows with those days, not with the
 * year.
 */
public final class WeekReapplication {
    static final String KIND = "reservation reapply";

    /**
     * What becomes of each day, in the order of children, activities, units and days.
     *
     * @param offers to whom places went that had been free
     */
    public record Report(List<ReappliedDay> days, List<PlaceOffer> offers) {
        private static final Set<WeekEffect> CHANGES =
                Set.of(WeekEffect.BOOKED, WeekEffect.WAITING, WeekEffect.TAKEN_BACK, WeekEffect.WITHDRAWN);

        public Report {
            days = List.copyOf(days);
            offers = List.copyOf(offers);
        }

        public long count(WeekEffect effect) {
            return days.stream().filter(day -> day.effect() == effect).count();
        }

        /** How many children have a day that becomes another. */
        public long children() {
            return days.stream()
                    .filter(day -> CHANGES.contains(day.effect()))
                    .map(ReappliedDay::child)
                    .distinct()
                    .count();
        }

        public boolean changesNothing() {
            return children() == 0 && offers.stream().noneMatch(offer -> offer.verdict() == Verdict.BOOKED);
        }
    }

    private final Office office;

    public WeekReapplication(Office office) {
        this.office = office;
    }

    /**
     * What it would come to; nothing is kept.
     *
     * @param from first day; null for the day after the moment that counts
     */
    public Report rehearse(@Nullable LocalDate from) {
        return office.rehearse(KIND, journal -> reapply(from, journal));
    }

    public Report apply(@Nullable LocalDate from) {
        return office.act(KIND, null, journal -> reapply(from, journal));
    }

    /**
     * Does what was shown.
     *
     * @throws Refused when it would come to something else by now
     */
    public Report apply(@Nullable LocalDate from, Report shown) {
        return office.act(KIND, null, journal -> {
            Report report = reapply(from, journal);
            if (!report.equals(shown)) {
                throw Refused.because("reapply.overtaken");
            }
            return report;
        });
    }

    private Report reapply(@Nullable LocalDate from, Journal journal) {
        LocalDate first = from == null ? office.today().plusDays(1) : from;
        OpeningStore openings = new OpeningStore(office.database());
        List<OpeningChange> changes = openings.notedFrom(YearMonth.from(first)).stream()
                .map(change -> change.from(first))
                .filter(change -> !change.days().isEmpty())
                .toList();
        if (changes.isEmpty()) {
            return new Report(List.of(), List.of());
        }
        Rulebook rules = new Rulebook(office);
        ReappliedDays days = new ReappliedDays(office);
        new DaysNowClosed(office, rules, days).takeBack(changes, journal);
        List<PlaceOffer> offers = new DaysNowOpen(office, rules, days).book(changes, journal);
        if (!journal.isEmpty()) {
            openings.settled(changes);
        }
        return new Report(days.named(), offers);
    }
}
