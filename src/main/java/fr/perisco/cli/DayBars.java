package fr.perisco.cli;

import fr.perisco.domain.report.ActivityDays;
import fr.perisco.domain.report.MonthReport;
import fr.perisco.exchange.table.TableWriter;
import java.util.List;
import java.util.Map;

/**
 * Bars of a month's bookings, a line a day, on a terminal: each activity has a letter, so that nothing hangs on colour. As wide as
 * the variable COLUMNS says, else 80 columns.
 */
final class DayBars {
    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_BAR = 10;
    private static final int LETTERS = 26;

    private final Desk desk;
    private final MonthReport report;
    private final List<ActivityDays> activities;
    private final int most;

    DayBars(Desk desk, MonthReport report) {
        this.desk = desk;
        this.report = report;
        this.activities = report.bookedActivities();
        this.most = report.bookedDays().stream()
                .mapToInt(day -> report.whole().counts().bookedOn(day))
                .max()
                .orElse(0);
    }

    boolean isEmpty() {
        return most == 0;
    }

    void draw() {
        int digits = Integer.toString(most).length();
        int names = report.bookedDays().stream()
                .mapToInt(day -> weekdayOf(day).length())
                .max()
                .orElse(0);
        int room = Math.max(LEAST_BAR, width(desk.surroundings().environment()) - names - 3 - digits - 2);
        for (int day : report.bookedDays()) {
            desk.out()
                    .println(TableWriter.harmless(toTheLeft(weekdayOf(day), names)
                            + toTheRight(Integer.toString(day), 3)
                            + toTheRight(
                                    Integer.toString(report.whole().counts().bookedOn(day)), digits + 1)
                            + " "
                            + bar(day, room)));
        }
        for (int i = 0; i < activities.size(); i++) {
            desk.out()
                    .println(letterOf(i) + " = "
                            + TableWriter.harmless(activities.get(i).code() + " "
                                    + activities.get(i).label()));
        }
    }

    private String weekdayOf(int day) {
        return desk.words().weekday(report.scope().month().atDay(day).getDayOfWeek());
    }

    private static String toTheLeft(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String toTheRight(String text, int width) {
        return " ".repeat(width - text.length()) + text;
    }

    /** Ends where the sum of what was drawn so far ends, so that the bar as a whole is right to a column. */
    private String bar(int day, int room) {
        StringBuilder bar = new StringBuilder(room);
        int sum = 0;
        for (int i = 0; i < activities.size(); i++) {
            sum += activities.get(i).counts().bookedOn(day);
            int end = most <= room ? sum : (int) ((long) sum * room / most);
            bar.append(String.valueOf(letterOf(i)).repeat(end - bar.length()));
        }
        return bar.toString();
    }

    private static char letterOf(int activity) {
        return (char) ('A' + activity % LETTERS);
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
