package fr.perisco.cli;

import fr.perisco.domain.reservation.DayState;
import fr.perisco.domain.reservation.ListedDay;
import fr.perisco.exchange.table.TableWriter;
import fr.perisco.workflow.ChildCalendar;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** The portal's coloured month in a terminal, 80 columns wide: a row a unit, a column a day. */
final class MonthGrid {
    private static final int WIDTH = 80;
    private static final int LABEL_WIDTH = 16;
    private static final int LABEL_ROOM = LABEL_WIDTH - 3;
    private static final int MONTH_DAYS = 31;

    /** What a cell shows: its letter and its colour on the portal. */
    enum Cell {
        OPEN('.', "30;47"),
        CLOSED('-', "30;100"),
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

    /** Each child's grid under its name, and one legend for all. */
    void draw(List<ChildCalendar.Sheet> sheets) {
        for (ChildCalendar.Sheet sheet : sheets) {
            desk.out().println(fitting(desk.words().say("calendar.child", sheet.child(), sheet.childName()), WIDTH));
            if (sheet.rows().isEmpty()) {
                desk.out().println("  " + desk.words().say("calendar.no-unit"));
            } else {
                draw(sheet);
            }
            desk.out().println();
        }
        desk.say("calendar.legend");
    }

    private void draw(ChildCalendar.Sheet sheet) {
        drawDays();
        String activity = "";
        for (ChildCalendar.Row row : sheet.rows()) {
            if (!row.activity().equals(activity)) {
                activity = row.activity();
                desk.out().println(TableWriter.harmless(activity));
            }
            desk.out().println(label(row, sheet.rows()) + cells(row));
        }
    }

    private void drawDays() {
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
    }

    /**
     * The label; the code where the label is too long or not the only one, for two cut labels would look alike; and a code that is
     * too long as well on a line of its own.
     */
    private static String label(ChildCalendar.Row row, List<ChildCalendar.Row> rows) {
        boolean isAlone = rows.stream()
                .filter(other ->
                        other.activity().equals(row.activity()) && !other.unit().equals(row.unit()))
                .noneMatch(other -> row.label().equalsIgnoreCase(other.label())
                        || row.label().equalsIgnoreCase(other.unit()));
        String shown = TableWriter.harmless(isAlone && row.label().length() <= LABEL_ROOM ? row.label() : row.unit());
        String margin = " ".repeat(LABEL_WIDTH);
        return shown.length() <= LABEL_ROOM
                ? "  " + shown + margin.substring(2 + shown.length())
                : "  " + fitting(shown, WIDTH - 2) + System.lineSeparator() + margin;
    }

    private static String fitting(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
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
