package fr.perisco.cli;

import fr.perisco.domain.reason.Reason;
import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.ImportReport;
import fr.perisco.workflow.ImportReport.Counts;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.OndeImport;
import fr.perisco.workflow.OndeImport.Files;
import fr.perisco.workflow.OndeReport;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Imports what the ministry's ONDE or Base élèves extracts. */
@Command
final class ImportOndeCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--pupils", paramLabel = "FILE", required = true)
    String pupils = "";

    @Option(names = "--guardians", paramLabel = "FILE")
    @Nullable
    String guardians;

    @Option(names = "--school", paramLabel = "CODE")
    @Nullable
    String school;

    @Mixin
    ImportHandling handling = new ImportHandling();

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    FaultReport faults = new FaultReport();

    @Mixin
    DryRun dryRun = new DryRun();

    ImportOndeCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        String rejected = handling.rejectedName(pupils);
        Map<String, ToIntFunction<ImportReport>> rejectedRows = new LinkedHashMap<>();
        rejectedRows.put(rejected, report -> children(report).rejected());
        ImportFile guardianFile = null;
        if (guardians != null) {
            String beside = handling.rejectedName(guardians, "guardians");
            guardianFile = handling.read(desk, guardians, beside);
            rejectedRows.put(beside, report -> families(report).rejected());
        }
        Files files = new Files(handling.read(desk, pupils, rejected), guardianFile, school);
        ImportSummary summary = new ImportSummary(
                desk,
                handling.diff,
                !ImportHandling.isOfRejectedRows(pupils),
                handling.skipRejected ? rejectedRows : Map.of(),
                dryRun);
        try (Office office = desk.open(dryRun.isSet())) {
            OndeImport work = new OndeImport(office);
            if (confirmation.isGiven() || dryRun.isSet()) {
                OndeReport report = faults.following(desk, office, () -> work.apply(files), OndeReport::findings);
                show(report, summary);
                return summary.finish(report.changes());
            }
            OndeReport shown = faults.following(desk, office, () -> work.rehearse(files), OndeReport::findings);
            show(shown, summary);
            if (!shown.changes().isUnchanged()) {
                confirmation.require(desk, dryRun, question(shown.changes()));
                return summary.finish(work.apply(files).changes());
            }
            OndeReport settled = handling.skipRejected && shown.changes().isPartial() ? work.apply(files) : shown;
            return summary.finish(settled.changes());
        }
    }

    private void show(OndeReport report, ImportSummary summary) {
        desk.list(report.held());
        desk.list(report.setAside());
        desk.list(report.notices());
        summary.preview(report.changes());
        report.remarks().forEach(desk::warn);
        if (!report.setAside().isEmpty()) {
            desk.warn("onde.set-aside", report.setAside().size());
        }
        if (report.movedUp() > 0) {
            desk.say("onde.moved-up", report.movedUp());
        }
    }

    private static Reason question(ImportReport report) {
        Counts families = families(report);
        Counts children = children(report);
        return Reason.of("onde.question", children.added(), children.changed(), families.added(), families.changed());
    }

    private static Counts families(ImportReport report) {
        return report.counts().get(0);
    }

    private static Counts children(ImportReport report) {
        return report.counts().get(1);
    }
}
