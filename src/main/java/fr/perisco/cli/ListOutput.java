package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows a list on the terminal, or writes it to a file: a PDF to print when its name says so, else a list for scripts. */
final class ListOutput {
    private final Desk desk;
    private final @Nullable String output;
    private final @Nullable Path file;

    /**
     * @param output null or {@code -} for the terminal
     */
    ListOutput(Desk desk, @Nullable String output) {
        this.desk = desk;
        this.output = output;
        this.file = output == null || output.equals("-") ? null : desk.output(output);
    }

    boolean isOnTerminal() {
        return file == null;
    }

    boolean isPdf() {
        return output != null && output.toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** Says that there is no file, for there is nothing to print. */
    void tellNothing() {
        desk.inform("report.no-file", String.valueOf(output));
    }

    /**
     * @param pdf writes the file, and gives the characters that no font has
     */
    void put(Table table, Function<Path, String> pdf) {
        if (output == null || file == null) {
            desk.print(table);
        } else if (isPdf()) {
            String missing = pdf.apply(file);
            if (!missing.isEmpty()) {
                desk.warn("report.missing-characters", missing);
            }
            desk.inform("report.file", output);
        } else {
            if (!desk.hasRehearsed()) {
                desk.write(output, table);
            }
            desk.inform("report.lines", table.rows().size(), output);
        }
    }
}
