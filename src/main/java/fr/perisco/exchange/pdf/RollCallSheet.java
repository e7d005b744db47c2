package fr.perisco.exchange.pdf;

import java.time.LocalDate;
import java.util.List;

/**
 * A roll-call sheet of one class at one unit: of a day, to tick who is there and who is not, or of several days of a week, a
 * column each. Texts may be empty.
 *
 * @param office the office's name
 * @param school as people call it
 * @param activity label of the activity
 * @param unit label of the unit
 * @param days in their order, at least one
 * @param pupils in the order of the list
 */
public record RollCallSheet(
        String office,
        String school,
        String schoolClass,
        String activity,
        String unit,
        List<LocalDate> days,
        List<Pupil> pupils) {
    /** What is known of a child and a day. */
    public enum Mark {
        NOT_EXPECTED,
        EXPECTED,
        PRESENT,
        ABSENT,
        EXCUSED,
        CAME_UNEXPECTED;

        boolean wasExpected() {
            return this != NOT_EXPECTED && this != CAME_UNEXPECTED;
        }
    }

    /**
     * A child, with what those who look after it must know, and nothing else.
     *
     * @param name last name, then first name
     * @param diet neutral words; empty when there is nothing to heed
     * @param phones of the guardians
     * @param marks one a day of the sheet
     */
    public record Pupil(String name, String diet, List<String> phones, List<Mark> marks) {
        public Pupil {
            phones = List.copyOf(phones);
            marks = List.copyOf(marks);
        }

        boolean isExpected() {
            return marks.stream().anyMatch(Mark::wasExpected);
        }
    }

    /** @throws IllegalArgumentException when there is no day, or a child has another number of marks */
    public RollCallSheet {
        days = List.copyOf(days);
        pupils = List.copyOf(pupils);
        int marks = days.size();
        if (days.isEmpty() || pupils.stream().anyMatch(pupil -> pupil.marks().size() != marks)) {
            throw new IllegalArgumentException("a mark a day, of one day at least");
        }
    }

    int expectedOn(int day) {
        return (int) pupils.stream()
                .filter(pupil -> pupil.marks().get(day).wasExpected())
                .count();
    }
}
