package fr.perisco.cli;

import fr.perisco.domain.reservation.Attendance;
import fr.perisco.workflow.AttendanceEntry;
import fr.perisco.workflow.Office;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records whether a child came. */
@Command
final class AttendanceRecordCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "CHILD", descriptionKey = "arg.child")
    String child = "";

    @Parameters(index = "1", paramLabel = "ACTIVITY", descriptionKey = "arg.activity")
    String activity = "";

    @Parameters(index = "2", paramLabel = "UNIT", descriptionKey = "arg.unit")
    String unit = "";

    @Parameters(index = "3..*", arity = "1..*", paramLabel = "DAY", descriptionKey = "arg.day")
    List<LocalDate> days = List.of();

    @Option(names = "--status", paramLabel = "present|absent|excused", required = true)
    Attendance status = Attendance.PRESENT;

    @Mixin
    DryRun dryRun = new DryRun();

    AttendanceRecordCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open(dryRun.isSet())) {
            int changed =
                    new AttendanceEntry(office).record(new AttendanceEntry.Order(child, activity, unit, days, status));
            desk.say(changed == 0 ? "attendance.unchanged" : "attendance.recorded", changed);
        }
        return ExitCode.OK;
    }
}
