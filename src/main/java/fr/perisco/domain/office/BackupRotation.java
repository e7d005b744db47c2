package fr.perisco.domain.office;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which backups are kept: the newest of each of the last days, ISO weeks and months that have one. What no term keeps is taken
 * away. Days without a backup do not count, so that an office that made none for a month keeps its old ones.
 *
 * @param terms each rhythm at most once counts by its greatest number; without any, all backups are kept
 */
public record BackupRotation(List<BackupTerm> terms) {
    public BackupRotation {
        terms = List.copyOf(terms);
    }

    /**
     * The moments of the backups to take away, the oldest first. Never the newest one, and none that is later than it: a clock
     * that once was wrong must not cost the good ones.
     *
     * @param there the moments of all backups, Europe/Paris wall time
     * @param newest the backup that was just made
     */
    public List<LocalDateTime> discarded(Collection<LocalDateTime> there, LocalDateTime newest) {
        if (terms.isEmpty()) {
            return List.of();
        }
        TreeSet<LocalDateTime> past = new TreeSet<>(Comparator.reverseOrder());
        there.stream().filter(moment -> moment.isBefore(newest)).forEach(past::add);
        past.add(newest);
        Set<LocalDateTime> kept = new HashSet<>();
        terms.forEach(term -> kept.addAll(kept(past, term)));
        return past.descendingSet().stream()
                .filter(moment -> !kept.contains(moment))
                .toList();
    }

    private static Set<LocalDateTime> kept(Collection<LocalDateTime> newestFirst, BackupTerm term) {
        Set<Object> spans = new HashSet<>();
        Set<LocalDateTime> kept = new HashSet<>();
        for (LocalDateTime moment : newestFirst) {
            Object span = span(moment.toLocalDate(), term.rhythm());
            if (!spans.contains(span) && spans.size() < term.count()) {
                spans.add(span);
                kept.add(moment);
            }
        }
        return kept;
    }

    private static Object span(LocalDate day, BackupTerm.Rhythm rhythm) {
        return switch (rhythm) {
            case DAYS -> day;
            case WEEKS -> day.get(IsoFields.WEEK_BASED_YEAR) + "-" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTHS -> YearMonth.from(day);
        };
    }
}
