package fr.perisco.cli;

import fr.perisco.domain.credential.CredentialPlan;
import fr.perisco.domain.reason.Reason;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.CredentialIssue;
import fr.perisco.workflow.CredentialIssue.IssuedSheet;
import fr.perisco.workflow.CredentialIssue.Order;
import fr.perisco.workflow.CredentialIssue.Report;
import fr.perisco.workflow.Office;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws passwords and prints them on sheets. */
@Command
final class CredentialIssueCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true)
    String output = "";

    @Option(names = "--family", paramLabel = "FAMILY")
    List<String> families = List.of();

    @Option(names = "--all")
    boolean all;

    @Mixin
    Confirmation confirmation = new Confirmation();

    @Mixin
    DryRun dryRun = new DryRun();

    CredentialIssueCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Order order = new Order(desk.output(output), families, all);
        try (Office office = desk.open(dryRun.isSet())) {
            Report report;
            try (Progress progress = Progress.of(desk)) {
                CredentialIssue issue = new CredentialIssue(office, desk.random(), progress);
                CredentialPlan plan = issue.plan(order);
                if (all) {
                    confirmation.require(desk, dryRun, question(plan));
                }
                report = issue.issue(order, plan);
            }
            print(report);
        }
        return ExitCode.OK;
    }

    private static Reason question(CredentialPlan plan) {
        return Reason.of("credential.issue.question", plan.toServe().size(), plan.replaced());
    }

    private void print(Report report) {
        CredentialPlan plan = report.plan();
        plan.withoutLogin()
                .forEach(family -> desk.warn(
                        "credential.no-login", family.code(), family.family().name()));
        report.missingCharacters().forEach(desk::warn);
        Table table = Table.of("family", "login", "file");
        List<IssuedSheet> sheets = Stream.concat(report.finished().stream(), report.sheets().stream())
                .toList();
        sheets.forEach(sheet -> table.row(
                sheet.family(), sheet.login(), Path.of(output, sheet.file()).toString()));
        if (!desk.isTable() || !table.isEmpty()) {
            desk.print(table.totals(sheets.size(), "", ""));
        }
        if (!report.finished().isEmpty()) {
            desk.say("credential.issue.finished", report.finished().size(), output);
        }
        report.keptPrints().forEach(name -> desk.say("credential.issue.kept", name));
        if (!families.isEmpty()) {
            plan.served().forEach(family -> desk.say("credential.issue.served", family.code()));
        }
        if (!report.sheets().isEmpty() || report.finished().isEmpty()) {
            desk.say(
                    outcome(report),
                    report.sheets().size(),
                    output,
                    plan.served().size(),
                    plan.withoutLogin().size());
        }
    }

    private String outcome(Report report) {
        if (report.sheets().isEmpty()) {
            return "credential.issue.nothing";
        }
        return dryRun.isSet() ? "credential.issue.rehearsed" : "credential.issue.done";
    }
}
