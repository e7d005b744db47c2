package fr.perisco.cli;

import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.FamilyContacts;

/** What changed of a family. */
final class FamilyTables {
    private FamilyTables() {}

    static void changed(Desk desk, String family, FamilyContacts.Report report) {
        Table table = Table.of("family", "field", "before", "after");
        report.changed().forEach(field -> table.row(family, field.field(), field.before(), field.after()));
        desk.print(table);
        if (report.changed().isEmpty()) {
            desk.say("contact.known", family);
        }
        if (report.movesLogin()) {
            String code = report.login().isEmpty() ? "contact.no-login" : "contact.login-changed";
            desk.say(desk.hasRehearsed() ? code + ".would" : code, family, report.login());
        }
    }
}
