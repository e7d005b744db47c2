package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.util.List;

/**
 * What those who look after the children of a school on a day must heed. Texts may be empty.
 *
 * @param office the office's name
 * @param school as people call it
 * @param lines in the order of the sheet
 */
public record HealthSheet(String office, String school, LocalDate day, List<Line> lines) {
    /**
     * @param where the units at which the child is expected, in words
     * @param kind pai or allergy
     * @param text what to do
     * @param phones of the guardians
     */
    public record Line(
            String schoolClass, String name, List<String> where, String kind, String text, List<String> phones) {
        public Line {
            where = List.copyOf(where);
            phones = List.copyOf(phones);
        }

        @Override
        public String toString() {
            return "line of a health sheet";
        }
    }

    public HealthSheet {
        lines = List.copyOf(lines);
    }

    long children() {
        return lines.stream()
                .map(line -> List.of(line.schoolClass(), line.name()))
                .distinct()
                .count();
    }
}
