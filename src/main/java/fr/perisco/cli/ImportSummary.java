package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.ImportReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Tells what an import did. */
final class ImportSummary {
    private static final int NAMED_AT_MOST = 20;

    private final Desk desk;
    private final boolean isDetailed;
    private final boolean isWhole;
    private final Map<String, ToIntFunction<ImportReport>> rejectedRows;
    private final DryRun dryRun;

    ImportSummary(Desk desk, ImportOptions options, DryRun dryRun) {
        this(
                desk,
                options.isDetailed(),
                !ImportHandling.isOfRejectedRows(options.file),
                Map.of(options.rejectedName(), ImportSummary::faultyLines),
                dryRun);
    }

    /**
     * @param isDetailed whether each change is shown
     * @param isWhole whether a warning tells what is not in the file
     * @param rejectedRows by the names of the files where rejected rows go, how many they are
     */
    ImportSummary(
            Desk desk,
            boolean isDetailed,
            boolean isWhole,
            Map<String, ToIntFunction<ImportReport>> rejectedRows,
            DryRun dryRun) {
        this.desk = desk;
        this.isDetailed = isDetailed;
        this.isWhole = isWhole;
        this.rejectedRows = rejectedRows;
        this.dryRun = dryRun;
    }

    private static int faultyLines(ImportReport report) {
        return (int)
                report.faults().stream().map(fault -> fault.line()).distinct().count();
    }

    int print(ImportReport report) {
        return print(report, report.isUnchanged());
    }

    /** Shows what a file would change, before anybody agreed to it. */
    void preview(ImportReport report) {
        warn(report);
        show(report);
    }

    /** What ends an import that was shown already. */
    int finish(ImportReport report) {
        return end(report, report.isUnchanged());
    }

    /**
     * @param isUnchanged whether the file changed nothing, neither what the report counts nor what follows from it
     */
    int print(ImportReport report, boolean isUnchanged) {
        warn(report);
        show(report);
        return end(report, isUnchanged);
    }

    private void show(ImportReport report) {
        if (isDetailed) {
            desk.print(counts(report), differences(report));
        }
        if (!isDetailed || desk.isTable()) {
            desk.print(table(report));
        }
    }

    /**
     * @param counts of the rows, by what became of them
     * @param rows what became of each
     */
    int print(ImportReport report, Map<String, ?> counts, Table rows) {
        warn(report);
        if (isDetailed) {
            desk.print(counts(report), differences(report));
        }
        if (!isDetailed || desk.isTable()) {
            desk.print(counts, rows);
        }
        if (desk.isTable()) {
            Table table = Table.of("verdict", "rows");
            counts.forEach(table::row);
            desk.print(table);
        }
        return end(report, report.isUnchanged());
    }

    private void warn(ImportReport report) {
        desk.list(report.faults());
        if (!report.unknownColumns().isEmpty()) {
            desk.warn("import.unknown-columns", String.join(", ", report.unknownColumns()));
        }
        if (isWhole) {
            warnOfVanished(report);
        }
    }

    private void warnOfVanished(ImportReport report) {
        for (String kind : List.of("family", "child")) {
            List<String> vanished = report.vanished(kind);
            if (!vanished.isEmpty()) {
                desk.warn("import.vanished." + kind, vanished.size(), named(vanished));
            }
        }
    }

    private int end(ImportReport report, boolean isUnchanged) {
        if (isUnchanged) {
            desk.say("import.unchanged");
        }
        if (!report.isPartial()) {
            return ExitCode.OK;
        }
        rejectedRows.forEach((file, rows) -> {
            if (rows.applyAsInt(report) > 0) {
                desk.complain(
                        dryRun.isSet() ? "import.rejected-rehearsal" : "import.rejected-written",
                        rows.applyAsInt(report),
                        file);
            }
        });
        return ExitCode.PARTIAL;
    }

    /** The first codes, and where the others are. */
    private String named(List<String> codes) {
        int others = codes.size() - NAMED_AT_MOST;
        if (others <= 0) {
            return String.join(", ", codes);
        }
        String first = String.join(", ", codes.subList(0, NAMED_AT_MOST));
        return desk.words().say(isDetailed ? "import.vanished.in-the-list" : "import.vanished.more", first, others);
    }

    private static Table table(ImportReport report) {
        Table table = Table.of("what", "new", "changed", "unchanged", "vanished", "rejected");
        report.counts()
                .forEach(count -> table.row(
                        count.what(),
                        count.added(),
                        count.changed(),
                        count.unchanged(),
                        count.vanished(),
                        count.rejected()));
        return table;
    }

    private static Table differences(ImportReport report) {
        Table table = Table.of("change", "kind", "code", "field", "before", "after");
        report.differences()
                .forEach(difference -> table.row(
                        difference.change(),
                        difference.kind(),
                        difference.code(),
                        difference.field(),
                        difference.before(),
                        difference.after()));
        return table;
    }

    private static Map<String, Object> counts(ImportReport report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        report.counts().forEach(count -> {
            counts.put(count.what() + "_new", count.added());
            counts.put(count.what() + "_changed", count.changed());
            counts.put(count.what() + "_unchanged", count.unchanged());
            counts.put(count.what() + "_vanished", count.vanished());
            counts.put(count.what() + "_rejected", count.rejected());
        });
        return counts;
    }
}
