package fr.perisco.cli;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.AwaitedPayment;
import fr.perisco.domain.payment.DepositSlip;
import fr.perisco.domain.payment.DeskJournal;
import fr.perisco.domain.payment.DeskOperation;
import fr.perisco.domain.payment.PayFipAttempt;
import fr.perisco.domain.payment.PaymentReceipt;
import fr.perisco.domain.payment.StatementCheck;
import fr.perisco.exchange.table.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** How the papers of the payment desk are told. */
final class DeskTables {
    private DeskTables() {}

    /** A row an invoice that a payment settled, one for the refunds that it covered, and one for what it left as credit. */
    static Table receipts(List<PaymentReceipt> receipts) {
        Table table = Table.of(
                "payment",
                "family",
                "received_on",
                "method",
                "reference",
                "invoice",
                "amount",
                "balance",
                "bounced_on");
        Money total = Money.ZERO;
        for (PaymentReceipt receipt : receipts) {
            receipt.settled().forEach(settled -> add(table, receipt, settled));
            if (receipt.covered().isPositive()) {
                add(table, receipt, new PaymentReceipt.Settled("", receipt.covered(), Money.ZERO));
            }
            if (receipt.credit().isPositive()) {
                add(table, receipt, new PaymentReceipt.Settled("", receipt.credit(), Money.ZERO));
            }
            total = total.plus(receipt.amount());
        }
        return table.totals(receipts.size(), "", null, "", "", "", total, null, null);
    }

    private static void add(Table table, PaymentReceipt receipt, PaymentReceipt.Settled settled) {
        table.row(
                receipt.id(),
                receipt.familyCode(),
                receipt.receivedOn(),
                receipt.method().code(),
                receipt.reference(),
                settled.invoice(),
                settled.amount(),
                settled.invoice().isEmpty() ? null : settled.balance(),
                receipt.bouncedOn());
    }

    static Table operations(DeskJournal journal) {
        Table table = Table.of("date", "method", "time", "kind", "number", "family", "payer", "reference", "amount");
        for (DeskOperation operation : journal.operations()) {
            table.row(
                    operation.day(),
                    operation.method().code(),
                    operation.time(),
                    operation.kind().code(),
                    operation.number(),
                    operation.familyCode(),
                    operation.payer(),
                    operation.reference(),
                    operation.amount());
        }
        return table.totals(null, "", null, "", journal.operations().size(), "", "", "", journal.total());
    }

    static Table sums(DeskJournal journal) {
        Table table = Table.of("date", "method", "operations", "in", "out", "total");
        journal.byDay()
                .forEach(of -> table.row(
                        of.day(),
                        of.sum().method().code(),
                        of.sum().operations(),
                        of.sum().in(),
                        of.sum().out(),
                        of.sum().total()));
        return table.totals(
                null,
                "",
                journal.operations().size(),
                journal.byMethod().stream().map(DeskJournal.Sum::in).reduce(Money.ZERO, Money::plus),
                journal.byMethod().stream().map(DeskJournal.Sum::out).reduce(Money.ZERO, Money::plus),
                journal.total());
    }

    static Table slips(List<DepositSlip> slips) {
        Table table = Table.of("slip", "made_on", "method", "lines", "amount");
        slips.forEach(slip -> table.row(
                slip.number(), slip.madeOn(), slip.method().code(), slip.lines().size(), slip.total()));
        return table.totals(
                slips.size(),
                null,
                "",
                slips.stream().mapToInt(slip -> slip.lines().size()).sum(),
                slips.stream().map(DepositSlip::total).reduce(Money.ZERO, Money::plus));
    }

    static Table linesOf(List<DepositSlip> slips) {
        Table table = Table.of(
                "slip",
                "method",
                "line",
                "payment",
                "refund",
                "received_on",
                "family",
                "payer",
                "reference",
                "amount",
                "bounced_on");
        int lines = 0;
        for (DepositSlip slip : slips) {
            int number = 0;
            for (DepositSlip.Line line : slip.lines()) {
                table.row(
                        slip.number(),
                        slip.method().code(),
                        ++number,
                        line.paymentId(),
                        line.payoutId(),
                        line.day(),
                        line.familyCode(),
                        line.payer(),
                        line.reference(),
                        line.amount(),
                        line.bouncedOn());
                lines++;
            }
        }
        return table.totals(
                slips.size(),
                "",
                lines,
                null,
                null,
                null,
                "",
                "",
                "",
                slips.stream().map(DepositSlip::total).reduce(Money.ZERO, Money::plus),
                null);
    }

    static Table awaited(List<AwaitedPayment> payments, LocalDate today) {
        Table table = Table.of(
                "refdet",
                "family",
                "family_name",
                "mel",
                "amount",
                "balance",
                "issued_on",
                "due_on",
                "days",
                "overdue",
                "state",
                "answer",
                "answered_at");
        for (AwaitedPayment payment : payments) {
            PayFipAttempt attempt = payment.attempt();
            table.row(
                    payment.invoice().number(),
                    payment.invoice().familyCode(),
                    payment.invoice().familyName(),
                    payment.mel(),
                    payment.invoice().amount(),
                    payment.balance(),
                    payment.invoice().issuedOn(),
                    payment.invoice().dueOn(),
                    payment.daysSinceIssue(today),
                    payment.daysOverdue(today),
                    payment.state(today),
                    attempt == null ? "" : attempt.result().letter(),
                    attempt == null ? null : attempt.at());
        }
        return table.totals(
                Integer.toString(payments.size()),
                "",
                "",
                "",
                null,
                payments.stream().map(AwaitedPayment::balance).reduce(Money.ZERO, Money::plus),
                null,
                null,
                null,
                null,
                "",
                "",
                null);
    }

    static Table differences(StatementCheck check) {
        Table table = Table.of(
                "verdict", "refdet", "family", "statement", "recorded", "paid_on", "time", "payment", "reference");
        check.differences()
                .forEach(difference -> table.row(
                        difference.kind().code(),
                        difference.refdet(),
                        Objects.requireNonNullElse(difference.familyCode(), ""),
                        difference.told(),
                        difference.held(),
                        difference.day(),
                        difference.time(),
                        difference.paymentId(),
                        difference.reference()));
        return table;
    }
}
