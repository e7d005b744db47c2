package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.AwaitedPayment;
import fr.perisco.domain.payment.StatementCheck;
import fr.perisco.domain.reason.Misused;
import fr.perisco.workflow.AwaitedPayments;
import fr.perisco.workflow.ImportFile;
import fr.perisco.workflow.Office;
import fr.perisco.workflow.StatementComparison;
import java.nio.charset.Charset;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the online payments that have not come, or compares a statement of the administration with those that have. */
@Command
final class PaymentMissingCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--month", paramLabel = "MONTH", descriptionKey = "filter.month")
    @Nullable
    YearMonth month;

    @Option(names = "--family", paramLabel = "FAMILY", descriptionKey = "filter.family")
    @Nullable
    String family;

    @Option(names = "--since-days", paramLabel = "N")
    int sinceDays;

    @Option(names = "--statement", paramLabel = "FILE")
    @Nullable
    String statement;

    @Option(names = "--charset", paramLabel = "NAME", descriptionKey = "import.charset")
    @Nullable
    Charset charset;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "option.output-pdf-or-csv")
    @Nullable
    String output;

    @Mixin
    DryRun dryRun = new DryRun();

    PaymentMissingCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (statement != null && (month != null || family != null || sinceDays != 0)) {
            throw Misused.because("missing.whole-statement");
        }
        try (Office office = desk.open(dryRun.isSet())) {
            if (statement == null) {
                list(office);
            } else {
                compare(office, statement);
            }
        }
        return ExitCode.OK;
    }

    private void list(Office office) {
        AwaitedPayments awaited = new AwaitedPayments(office);
        List<AwaitedPayment> payments = awaited.list(new AwaitedPayments.Filter(month, family, sinceDays));
        new ListOutput(desk, output)
                .put(DeskTables.awaited(payments, desk.now().toLocalDate()), file -> awaited.print(payments, file));
        if (payments.isEmpty()) {
            desk.inform("missing.none");
            return;
        }
        desk.inform(
                "missing.done",
                payments.size(),
                payments.stream().map(AwaitedPayment::balance).reduce(Money.ZERO, Money::plus),
                payments.stream().filter(payment -> payment.attempt() != null).count());
    }

    private void compare(Office office, String name) {
        StatementComparison comparison = new StatementComparison(office);
        StatementCheck check = comparison.of(new ImportFile(desk.content(name), name, charset));
        ListOutput list = new ListOutput(desk, output);
        if (!list.isOnTerminal() || !desk.isTable() || !check.differences().isEmpty()) {
            list.put(DeskTables.differences(check), file -> comparison.print(check, name, file));
        }
        desk.inform("missing.statement", check.agreeing(), check.agreed(), check.setAside());
        for (StatementCheck.Kind kind : StatementCheck.Kind.values()) {
            long count = check.differences().stream()
                    .filter(difference -> difference.kind() == kind)
                    .count();
            if (count > 0) {
                desk.warn("missing." + kind.code(), count);
            }
        }
    }
}
