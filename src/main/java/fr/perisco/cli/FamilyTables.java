package fr.perisco.cli;

import fr.perisco.domain.family.AuthorisedPerson;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.AuthorisedPersons;
import fr.perisco.workflow.ChildFamilies;
import fr.perisco.workflow.FamilyContacts;

/** What changed of a family and its children. */
final class FamilyTables {
    private FamilyTables() {}

    static void membership(Desk desk, ChildFamilies.Report report) {
        Table table = Table.of("child", "name", "family", "from", "to");
        report.membership()
                .spells()
                .forEach(spell -> table.row(
                        report.child().code(), report.child().fullName(), report.family(), spell.from(), spell.to()));
        desk.print(table);
    }

    static void authorised(Desk desk, AuthorisedPersons.Report report) {
        AuthorisedPerson person = report.person();
        desk.print(Table.of("child", "child_name", "name", "relation", "phone", "from", "to")
                .row(
                        report.child().code(),
                        report.child().fullName(),
                        person.name(),
                        person.relation(),
                        person.phone(),
                        person.from(),
                        person.to()));
    }

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
        report.hints().forEach(desk::warn);
    }
}
