package fr.perisco.cli;

import fr.perisco.domain.reason.BadInput;
import fr.perisco.domain.reason.InputFault;
import fr.perisco.domain.reason.Misused;
import fr.perisco.exchange.table.Table;
import fr.perisco.exchange.table.TableWriter;
import fr.perisco.workflow.FaultPrint;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.WholeFile;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --report}: what is wrong in a file, line by line, to send to who made it. It is written in a rehearsal too, since it says
 * nothing of the office.
 */
final class FaultReport {
    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "import.report")
    @Nullable
    String file;

    /**
     * Loads a file, and reports on it whether or not it could be loaded.
     *
     * @param findings what to report of a file that could be
     */
    <T> T following(Desk desk, Office office, Supplier<T> work, Function<T, List<InputFault>> findings) {
        if ("-".equals(file)) {
            throw Misused.because("import.faults-where");
        }
        if (file != null) {
            desk.output(file);
        }
        try {
            T result = work.get();
            write(desk, office, findings.apply(result));
            return result;
        } catch (BadInput e) {
            write(desk, office, e.faults());
            throw e;
        }
    }

    private void write(Desk desk, Office office, List<InputFault> faults) {
        if (file == null) {
            return;
        }
        if (file.toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            Words french = new Words(Locale.FRENCH);
            List<FaultPrint.Line> lines = faults.stream()
                    .map(fault -> new FaultPrint.Line(
                            TableWriter.harmless(fault.source()),
                            fault.line(),
                            fault.column(),
                            french.say(fault.reason())))
                    .toList();
            new FaultPrint(office).print(lines, desk.output(file));
        } else {
            Table table = Table.of("file", "line", "column", "fault");
            faults.forEach(fault -> table.row(
                    fault.source(), fault.line(), fault.column(), desk.words().say(fault.reason())));
            WholeFile.write(desk.output(file), out -> TableWriter.csv(table, out));
        }
        desk.inform("import.faults-reported", faults.size(), file);
    }
}
