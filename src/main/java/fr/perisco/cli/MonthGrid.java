package fr.perisco.cli;

import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.workflow.ChildCalendar;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** The portal's coloured month in a terminal, 80 columns wide: a row a unit, a column a day. */
final class MonthGrid {
    private static final int LABEL_WIDTH = 16;
    private static final int MONTH_DAYS = 31;

    /** What a cell shows: its letter and its colour on the portal. */
    enum Cell {
        OPEN('.', "30;47"),
        CLOSED(' ', "30;100"),
        REQUESTED('?', "30;43"),
        WAITING('W', "30;43"),
        BOOKED('B', "30;42"),
        CANCEL_REQUESTED('X', "37;44"),
        CANCELLED_LATE('L', "30;42");

        private final char letter;
        private final String colour;

        Cell(char letter, String colour) {
            this.letter = letter;
            this.colour = colour;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Cell of(ChildCalendar.Row row, int day) {
            DayState state = row.days().stream()
                    .filter(listed -> listed.day().getDayOfMonth() == day)
                    .map(ListedDay::state)
                    .findFirst()
                    .orElse(DayState.NONE);
            return switch (state) {
                case BOOKED -> BOOKED;
                case CANCELLED_LATE -> CANCELLED_LATE;
                case REQUESTED -> REQUESTED;
                case WAITING -> WAITING;
                case CANCEL_REQUESTED -> CANCEL_REQUESTED;
                default -> row.open().contains(day) ? OPEN : CLOSED;
            };
        }
    }

    private final Desk desk;
    private final YearMonth month;

    MonthGrid(Desk desk, YearMonth month) {
        this.desk = desk;
        this.month = month;
    }

    void draw(List<ChildCalendar.Row> rows) {
        StringBuilder tens = new StringBuilder(" ".repeat(LABEL_WIDTH));
        StringBuilder ones = new StringBuilder(" ".repeat(LABEL_WIDTH));
        StringBuilder weekdays = new StringBuilder(" ".repeat(LABEL_WIDTH));
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            tens.append(' ').append(day < 10 ? ' ' : (char) ('0' + day / 10));
            ones.append(' ').append(day % 10);
            weekdays.append(' ')
                    .append(desk.words()
                            .weekday(month.atDay(day).getDayOfWeek())
                            .substring(0, 1)
                            .toUpperCase(Locale.ROOT));
        }
        desk.out().println(tens);
        desk.out().println(ones);
        desk.out().println(weekdays);
        String activity = "";
        for (ChildCalendar.Row row : rows) {
            if (!row.activity().equals(activity)) {
                activity = row.activity();
                desk.out().println(activity);
            }
            desk.out().println(label(row) + cells(row));
        }
        desk.say("calendar.legend");
    }

    /** The label, or the code where the label is too long: two cut labels would look alike. */
    private static String label(ChildCalendar.Row row) {
        String label = row.label().length() > LABEL_WIDTH - 3 ? row.unit() : row.label();
        String shown = label.length() > LABEL_WIDTH - 3 ? label.substring(0, LABEL_WIDTH - 4) + "…" : label;
        return "  " + shown + " ".repeat(LABEL_WIDTH - 2 - shown.length());
    }

    private String cells(ChildCalendar.Row row) {
        StringBuilder line = new StringBuilder(MONTH_DAYS * 2);
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            Cell cell = Cell.of(row, day);
            String text = " " + cell.letter;
            line.append(desk.isColoured() ? "\u001b[" + cell.colour + "m" + text + "\u001b[0m" : text);
        }
        return line.toString().stripTrailing();
    }
}
