package fr.perisco.cli;

import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.workflow.IssuedInvoices;
import fr.perisco.workflow.Office;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows an invoice with its lines. */
@Command
final class InvoiceShowCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.invoice")
    String number = "";

    InvoiceShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Office office = desk.open()) {
            IssuedInvoices invoices = new IssuedInvoices(office);
            IssuedInvoice invoice = invoices.show(number);
            if (desk.isTable()) {
                desk.say(
                        "invoice.show.head",
                        invoice.number(),
                        desk.heldName(invoice.recipient().name()),
                        invoice.familyCode(),
                        invoice.issuedOn(),
                        invoice.dueOn());
            }
            desk.print(InvoiceTables.lines(invoice));
            if (desk.isTable()) {
                desk.say("invoice.show.balance", invoices.balanceOf(invoice));
            }
        }
        return ExitCode.OK;
    }
}
