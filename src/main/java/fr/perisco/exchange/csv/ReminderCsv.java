package fr.perisco.exchange.csv;

import static fr.perisco.exchange.csv.Column.required;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.recovery.ReminderLevel;
import fr.perisco.domain.recovery.ReminderText;
import java.util.List;

/** The setup's file of reminders: a row a level. */
public final class ReminderCsv {
    public static final List<Column> COLUMNS = List.of(
            required("level", "niveau"),
            required("days", "jours"),
            required("minimum", "minimum"),
            required("title", "titre"),
            required("text", "texte"));

    /** A letter has one page for it, at a size that can be read. */
    private static final int LONGEST_TEXT = 2_000;

    private static final int LONGEST_TITLE = 80;
    private static final int MOST_LEVELS = 9;

    private ReminderCsv() {}

    public static Parsed<ReminderLevel> read(byte[] bytes, String source) {
        return CsvFile.read(bytes, source, null, COLUMNS, row -> {
            Money minimum = row.money("minimum");
            String title = row.filled("title");
            if (title.length() > LONGEST_TITLE) {
                row.fault("title", "csv.too-long", title.length(), LONGEST_TITLE);
            }
            requireKnown(row, "title", title);
            String text = row.lines("text", LONGEST_TEXT);
            requireKnown(row, "text", text);
            return new ReminderLevel(
                    number(row, "level", MOST_LEVELS),
                    number(row, "days", ReminderLevel.MOST_DAYS),
                    minimum == null ? Money.ZERO : minimum,
                    title,
                    text);
        });
    }

    private static int number(CsvRow row, String column, int highest) {
        if (row.filled(column).isEmpty()) {
            return 1;
        }
        Integer number = row.count(column);
        if (number == null || number < 1 || number > highest) {
            row.fault(column, "setup.reminder-number", row.text(column), highest);
            return 1;
        }
        return number;
    }

    private static void requireKnown(CsvRow row, String column, String text) {
        ReminderText.unknownIn(text)
                .ifPresent(name -> row.fault(
                        column, "setup.reminder-placeholder", name, String.join(", ", ReminderText.PLACEHOLDERS)));
    }

    /** A text as the file writes it: on one line, which every spreadsheet reads. */
    public static String written(String text) {
        return text.replace("\n", "\\n");
    }
}
