package fr.perisco.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A file that is written row by row, and beside each mistake what must be said of it. A row is a good one but for what is
 * changed in it; {@code #} in the good row stands for the row's number, so that codes differ.
 */
final class FaultyFile {
    private final String name;
    private final List<String> columns;
    private final List<String> good;
    private final StringBuilder text = new StringBuilder();
    private final List<String> faults = new ArrayList<>();
    private int rows;
    private long line;

    FaultyFile(String name, String header, String goodRow) {
        this.name = name;
        this.columns = List.of(header.split(";"));
        this.good = List.of(goodRow.split(";", -1));
        line(header);
    }

    /**
     * Adds a row.
     *
     * @param changes names of columns, each with what stands there instead
     */
    FaultyFile row(String... changes) {
        return line(written(changes));
    }

    /** A row that is not added yet, for what is wrong with it as a whole. */
    String written(String... changes) {
        rows++;
        List<String> fields = new ArrayList<>();
        good.forEach(field -> fields.add(field.replace("#", Integer.toString(rows))));
        for (int i = 0; i < changes.length; i += 2) {
            fields.set(columns.indexOf(changes[i]), changes[i + 1]);
        }
        return String.join(";", fields);
    }

    /** Adds a line as it stands. */
    FaultyFile line(String written) {
        line = 1 + text.chars().filter(letter -> letter == '\n').count();
        text.append(written).append('\n');
        return this;
    }

    /** What is wrong with the row added last, at one of its columns. */
    FaultyFile fault(String column, String sentence) {
        return fault(columns.indexOf(column) + 1, sentence);
    }

    FaultyFile fault(int column, String sentence) {
        faults.add("%s:%d:%d: %s".formatted(name, line, column, sentence));
        return this;
    }

    /** The line on which the row added last begins. */
    long lastLine() {
        return line;
    }

    String name() {
        return name;
    }

    String text() {
        return text.toString();
    }

    /** All that must be said, in the order of the file. */
    List<String> faults() {
        return faults;
    }
}
