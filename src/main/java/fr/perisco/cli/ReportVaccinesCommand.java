package fr.perisco.cli;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.DueVaccines;
import fr.perisco.domain.family.Family;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.VaccineList;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the children whose vaccines are due. */
@Command
final class ReportVaccinesCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--by", paramLabel = "DAY")
    @Nullable
    LocalDate by;

    @Option(names = "--school", paramLabel = "SCHOOL", descriptionKey = "filter.school")
    @Nullable
    String school;

    @Option(names = "--class", paramLabel = "CLASS", descriptionKey = "perisco.report.attendance.class")
    @Nullable
    String schoolClass;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output-pdf-or-csv")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    ReportVaccinesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        VaccineList.Filter filter =
                new VaccineList.Filter(by == null ? desk.now().toLocalDate() : by, school, schoolClass);
        try (Office office = desk.open(dryRun.isSet())) {
            VaccineList list = new VaccineList(office);
            List<DueVaccines> due = list.due(filter);
            new ListOutput(desk, output).put(table(due, filter.by()), file -> list.print(filter, due, file));
        }
        return ExitCode.OK;
    }

    /** A row a child and family. */
    private static Table table(List<DueVaccines> due, LocalDate by) {
        Table table = Table.of(
                "child",
                "name",
                "birth_date",
                "school",
                "class",
                "vaccines_until",
                "vaccines",
                "family",
                "guardian",
                "phone",
                "email");
        due.forEach(row -> row.families().forEach(family -> row(table, row, family, by)));
        return table.totals(due.size(), "", null, "", "", null, "", "", "", "", "");
    }

    private static void row(Table table, DueVaccines row, Family family, LocalDate by) {
        Child child = row.child();
        table.row(
                child.code(),
                child.fullName(),
                child.birthOn(),
                row.school(),
                row.schoolClass(),
                child.vaccinesUntil(),
                child.vaccinesOn(by).code(),
                family.code(),
                family.guardian().fullName(),
                family.phone(),
                family.guardian().email());
    }
}
