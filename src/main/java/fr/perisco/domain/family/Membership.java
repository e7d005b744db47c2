package fr.perisco.domain.family;

import fr.perisco.domain.calendar.DaySpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a child belongs to a family.
 *
 * @param spells in the order of their first days, none touching another
 */
public record Membership(List<Spell> spells) {
    /** On no day: of a family that the child has nothing to do with. */
    public static final Membership NEVER = new Membership(List.of());

    /** Since ever and for good: what holds while nobody noted anything else. */
    public static final Membership ALWAYS = new Membership(List.of(new Spell(null, null)));

    /** From a day on, for good. */
    public static Membership since(LocalDate from) {
        return new Membership(List.of(new Spell(from, null)));
    }

    /**
     * Days in a row.
     *
     * @param from first day; null when it always did
     * @param to last day, included; null while it goes on
     */
    public record Spell(@Nullable LocalDate from, @Nullable LocalDate to) {
        private boolean reaches(Spell later) {
            return to == null || later.from() == null || !later.from().isAfter(to.plusDays(1));
        }

        private @Nullable LocalDate laterEnd(Spell other) {
            if (to == null || other.to() == null) {
                return null;
            }
            return to.isAfter(other.to()) ? to : other.to();
        }

        public boolean contains(LocalDate day) {
            return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
        }
    }

    public Membership {
        spells = List.copyOf(spells);
    }

    /** Belongs as well on the days of another membership; what touches becomes one spell. */
    public Membership with(Membership other) {
        List<Spell> all = Stream.concat(spells.stream(), other.spells.stream())
                .sorted(Comparator.comparing(Spell::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        List<Spell> joined = new ArrayList<>();
        for (Spell spell : all) {
            Spell before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.reaches(spell)) {
                joined.set(joined.size() - 1, new Spell(before.from(), before.laterEnd(spell)));
            } else {
                joined.add(spell);
            }
        }
        return new Membership(joined);
    }

    /** The same, but the spell that goes on has a last day. */
    public Membership until(LocalDate lastDay) {
        return new Membership(spells.stream()
                .map(spell -> spell.to() == null ? new Spell(spell.from(), lastDay) : spell)
                .toList());
    }

    public boolean isOn(LocalDate day) {
        return spells.stream().anyMatch(spell -> spell.contains(day));
    }

    /** Whether the child belongs to the family on a day or a later one. */
    public boolean reaches(LocalDate day) {
        Spell last = last();
        return last != null && (last.to() == null || !last.to().isBefore(day));
    }

    /** Whether the child belongs to the family on all days of a period, both ends included. */
    public boolean covers(LocalDate from, LocalDate to) {
        return spells.stream().anyMatch(spell -> spell.contains(from) && spell.contains(to));
    }

    /** The days of a period on which the child belongs to the family. */
    public List<DaySpan> within(DaySpan days) {
        List<DaySpan> parts = new ArrayList<>(1);
        for (Spell spell : spells) {
            LocalDate from = spell.from() == null || spell.from().isBefore(days.from()) ? days.from() : spell.from();
            LocalDate to = spell.to() == null || spell.to().isAfter(days.to()) ? days.to() : spell.to();
            if (!from.isAfter(to)) {
                parts.add(new DaySpan(from, to));
            }
        }
        return parts;
    }

    /** The spell that goes on; null when the child left. */
    public @Nullable Spell open() {
        Spell last = last();
        return last == null || last.to() != null ? null : last;
    }

    /** The one that began last; null when there is none. */
    public @Nullable Spell last() {
        return spells.isEmpty() ? null : spells.get(spells.size() - 1);
    }

    /** The spell that counts on a day: that of the day, else the one that began last. */
    public @Nullable Spell on(LocalDate day) {
        return spells.stream().filter(spell -> spell.contains(day)).findFirst().orElse(last());
    }

    /** As commands and refusals write it, such as {@code 2016-11-01–2017-01-31, 2017-09-01–}; empty for always. */
    public String written() {
        StringBuilder written = new StringBuilder();
        for (Spell spell : spells) {
            if (spell.from() != null || spell.to() != null) {
                written.append(written.isEmpty() ? "" : ", ")
                        .append(spell.from() == null ? "" : spell.from())
                        .append('–')
                        .append(spell.to() == null ? "" : spell.to());
            }
        }
        return written.toString();
    }
}
