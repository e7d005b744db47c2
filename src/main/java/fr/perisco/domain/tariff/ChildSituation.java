package fr.perisco.domain.tariff;

import fr.perisco.domain.calendar.DaySpan;
import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.family.SchoolingHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A child in one of its families, in time: all that its price may depend on besides the family's own terms.
 *
 * @param elders when each elder child of the family is registered for anything; the child's rank counts those of the day
 */
public record ChildSituation(Child child, SchoolingHistory schoolings, List<List<DaySpan>> elders) {
    /** Eldest first; of twins, and where a birth date is missing, the lower code. */
    public static final Comparator<Child> ELDEST_FIRST = Comparator.comparing(
                    Child::birthOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Child::code);

    public ChildSituation {
        elders = List.copyOf(elders);
    }

    public PricedChild on(LocalDate day) {
        Schooling schooling = schoolings.on(day);
        long registered = elders.stream()
                .filter(spans -> spans.stream().anyMatch(span -> span.contains(day)))
                .count();
        return new PricedChild(child.ageOn(day), schooling.level(), 1 + (int) registered, schooling.bringsMeal());
    }

    /** The days of a period on which something may change, both ends included. */
    public Stream<LocalDate> changes(LocalDate from, LocalDate to) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate birth = child.birthOn();
        if (birth != null) {
            for (int year = from.getYear(); year <= to.getYear(); year++) {
                days.add(birthday(birth, year));
            }
        }
        schoolings.records().forEach(since -> days.add(since.from()));
        elders.forEach(spans -> spans.forEach(span -> {
            days.add(span.from());
            days.add(span.to().plusDays(1));
        }));
        return days.stream().filter(day -> !day.isBefore(from) && !day.isAfter(to));
    }

    /** The day from which a child is a year older: born on 29 February, on 1 March of a common year. */
    private static LocalDate birthday(LocalDate birth, int year) {
        LocalDate day = birth.withYear(year);
        return day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);
    }
}
