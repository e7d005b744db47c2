package fr.perisco.cli;

import fr.perisco.domain.office.BackupRotation;
import fr.perisco.domain.office.BackupTerm;
import fr.perisco.domain.office.ControlTotals;
import fr.perisco.domain.reason.Misused;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Backup;
import fr.perisco.workflow.Office;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a proved copy of the database, and takes old ones away. */
@Command
final class DbBackupCommand implements Callable<Integer> {
    private static final int BYTES_OF_KIB = 1024;

    private final Desk desk;

    @Parameters(paramLabel = "FILE|DIR", descriptionKey = "arg.backup")
    String place = "";

    @Option(names = "--keep", arity = "1..3", split = ",", paramLabel = "7d,4w,12m", hideParamSyntax = true)
    List<BackupTerm> keep = new ArrayList<>();

    @Mixin
    DryRun dryRun = new DryRun();

    DbBackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        desk.databaseFile();
        Path path = desk.file(place);
        boolean isFolder = !keep.isEmpty() || place.endsWith("/") || Files.isDirectory(path);
        if (isFolder && Files.exists(path) && !Files.isDirectory(path)) {
            throw Misused.because("backup.no-folder", place);
        }
        try (Office office = desk.open(dryRun.isSet())) {
            Backup backup = new Backup(office);
            Backup.Report report = isFolder ? backup.rotateIn(path, new BackupRotation(keep)) : backup.writeTo(path);
            desk.print(() -> form(report), () -> tell(report));
            report.findings().forEach(desk::warn);
            if (!report.findings().isEmpty()) {
                desk.complain("backup.does-not-hold", report.findings().size());
                return ExitCode.PARTIAL;
            }
        }
        return ExitCode.OK;
    }

    private void tell(Backup.Report report) {
        String file = report.file().toString();
        ControlTotals totals = report.totals();
        if (report.written()) {
            desk.say(
                    "backup.done",
                    file,
                    (report.bytes() + BYTES_OF_KIB - 1) / BYTES_OF_KIB,
                    DatabaseTotals.words(desk, totals));
        } else {
            desk.say(dryRun.isSet() ? "backup.would" : "backup.known", file);
        }
        report.removed()
                .forEach(old -> desk.say(dryRun.isSet() ? "backup.would-remove" : "backup.removed", old.toString()));
    }

    private static Form form(Backup.Report report) {
        Table removed = Table.of("file");
        report.removed().forEach(old -> removed.row(old.toString()));
        return DatabaseTotals.fields(Form.of("backup", report.file().toString()), report.totals())
                .field("written", report.written())
                .field("bytes", report.bytes())
                .list("removed", "removed", 1, removed);
    }
}
