package fr.perisco.cli;

import fr.perisco.domain.office.ControlTotals;
import fr.perisco.exchange.table.Form;

/** What a database holds, counted: for those who copy it. */
final class DatabaseTotals {
    private DatabaseTotals() {}

    static String words(Desk desk, ControlTotals totals) {
        return desk.words()
                .say(
                        "totals",
                        totals.families(),
                        totals.children(),
                        totals.days(),
                        totals.invoices(),
                        totals.invoiced(),
                        totals.payments(),
                        totals.paid(),
                        totals.acts());
    }

    static Form fields(Form form, ControlTotals totals) {
        return form.field("families", totals.families())
                .field("children", totals.children())
                .field("registrations", totals.registrations())
                .field("days", totals.days())
                .field("requests", totals.requests())
                .field("invoices", totals.invoices())
                .field("invoiced", totals.invoiced())
                .field("payments", totals.payments())
                .field("paid", totals.paid())
                .field("mails", totals.mails())
                .field("acts", totals.acts())
                .field("changes", totals.changes())
                .field("last_seal", totals.lastSeal());
    }
}
