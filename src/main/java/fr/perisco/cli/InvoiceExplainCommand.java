package fr.perisco.cli;

import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.workflow.InvoiceExplanation;
import fr.perisco.workflow.Office;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Traces every cent of an invoice. */
@Command
final class InvoiceExplainCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.invoice")
    String number = "";

    @Option(names = "--line", paramLabel = "N")
    @Nullable
    Integer line;

    InvoiceExplainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            InvoiceExplanation.Answer answer = new InvoiceExplanation(office).of(number, line);
            if (desk.isTable()) {
                answer.days().stream()
                        .collect(Collectors.groupingBy(InvoiceExplanation.Day::lineNumber))
                        .values()
                        .forEach(this::explain);
                desk.say(
                        "invoice.explain.total",
                        answer.total(),
                        number,
                        answer.invoice().amount());
            } else {
                desk.print(
                        Map.of("number", number, "amount", answer.invoice().amount(), "total", answer.total()),
                        ExplanationTables.all(answer));
            }
        }
        return ExitCode.OK;
    }

    private void explain(List<InvoiceExplanation.Day> days) {
        InvoiceLine printed = days.get(0).line();
        desk.say(
                "invoice.explain.line",
                days.get(0).lineNumber(),
                printed.childName(),
                printed.registration(),
                printed.label(),
                printed.quantity(),
                printed.unitPrice(),
                printed.amount());
        String corrects = printed.corrects();
        if (corrects != null) {
            desk.say("invoice.explain.corrects", corrects, printed.month());
        }
        desk.print(ExplanationTables.days(days));
        days.stream()
                .map(InvoiceExplanation.Day::reckoning)
                .distinct()
                .map(ExplanationTables::reason)
                .forEach(desk::say);
    }
}
