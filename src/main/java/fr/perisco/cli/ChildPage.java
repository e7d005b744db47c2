package fr.perisco.cli;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.HealthKind;
import fr.perisco.domain.family.HealthNote;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.family.VaccineState;
import fr.perisco.domain.reservation.TypicalWeek;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.ChildDossier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A child as its sheet shows it, with the portal's "Mes inscriptions". */
final class ChildPage {
    private final ChildDossier dossier;
    private final Child child;
    private final Schooling schooling;

    private final @Nullable List<HealthNote> health;

    /**
     * @param health what is kept of its health; null when that is not to be shown
     */
    ChildPage(ChildDossier dossier, @Nullable List<HealthNote> health) {
        this.dossier = dossier;
        this.health = health;
        this.child = dossier.child().child();
        this.schooling = dossier.child().schoolings().on(dossier.today());
    }

    Form form() {
        Form form = Form.of("child", child.code())
                .field("last_name", child.lastName())
                .field("first_name", child.firstName())
                .field("birth_date", child.birthOn())
                .field("age", child.ageOn(dossier.today()))
                .field("sex", child.sex())
                .field("ine", child.ine())
                .field("school", schooling.school())
                .field("class", schooling.schoolClass())
                .field("level", schooling.levelName())
                .field("own_meal", schooling.bringsMeal() ? "yes" : "no")
                .field("diet", child.diet())
                .field("vaccines_until", child.vaccinesUntil())
                .field("vaccines", child.vaccinesOn(dossier.today()).code())
                .field("pai", dossier.health().contains(HealthKind.PAI) ? "yes" : "no")
                .field("allergy", dossier.health().contains(HealthKind.ALLERGY) ? "yes" : "no")
                .list("families", "family", 1, families())
                .list("authorised_persons", "authorised-person", 1, authorised())
                .list("schoolings", "schooling", 1, schoolings())
                .list("registrations", "registration", 3, registrations())
                .list("typical_weeks", "typical-week", 3, weeks())
                .list("shuttles", "shuttle", 4, shuttles())
                .list("requests", "request", 3, requests());
        return health == null ? form : form.list("health", "health", 1, health(health));
    }

    void draw(Page page) {
        page.sentence("child.show.head", child.code(), child.fullName());
        LocalDate birth = child.birthOn();
        Integer age = child.ageOn(dossier.today());
        if (birth == null || age == null) {
            page.sentence("child.show.born.unknown");
        } else {
            page.sentence("child.show.born." + (child.sex().isEmpty() ? "either" : child.sex()), birth, age);
        }
        if (!child.ine().isEmpty()) {
            page.sentence("child.show.ine", child.ine());
        }
        page.sentence(
                schooling.school().isEmpty() ? "child.show.no-school" : "child.show.school",
                schooling.school(),
                schooling.schoolClass(),
                schooling.levelName().isEmpty() ? "" : " (" + schooling.levelName() + ")");
        page.sentence(child.diet().isEmpty() ? "child.show.no-diet" : "child.show.diet", child.diet());
        if (schooling.bringsMeal()) {
            page.sentence("child.show.own-meal");
        }
        VaccineState vaccines = child.vaccinesOn(dossier.today());
        page.sentence(
                "child.show.vaccines." + vaccines.code(), child.vaccinesUntil() == null ? "" : child.vaccinesUntil());
        if (dossier.health().contains(HealthKind.PAI)) {
            page.sentence("child.show.pai", child.code());
        }
        if (dossier.health().contains(HealthKind.ALLERGY)) {
            page.sentence("child.show.allergy", child.code());
        }
        if (health != null && health.isEmpty()) {
            page.sentence("child.show.no-health");
        } else if (health != null) {
            page.table("child.show.health", health(health));
        }
        page.table("child.show.families", families());
        page.table("child.show.authorised", authorised());
        if (dossier.child().schoolings().records().size() > 1) {
            page.table("child.show.schoolings", schoolings());
        }
        if (dossier.registrations().isEmpty()) {
            page.sentence("child.show.no-registration", child.code());
        }
        page.table("child.show.registrations", registrations());
        page.table("child.show.weeks", weeks());
        page.table("child.show.shuttles", shuttles());
        page.table("child.show.requests", requests());
    }

    private static Table health(List<HealthNote> notes) {
        Table table = Table.of("number", "kind", "from", "to", "text");
        notes.forEach(note -> table.row(note.id(), note.kind().code(), note.from(), note.to(), note.text()));
        return table;
    }

    private Table families() {
        Table table = Table.of("family", "name", "guardian", "phone", "login", "from", "to");
        dossier.families().forEach(family -> {
            Membership.Spell spell = dossier.memberships()
                    .getOrDefault(family.code(), Membership.ALWAYS)
                    .on(dossier.today());
            table.row(
                    family.code(),
                    family.name(),
                    family.guardian().fullName(),
                    family.guardian().phone(),
                    family.login(),
                    spell == null ? null : spell.from(),
                    spell == null ? null : spell.to());
        });
        return table;
    }

    private Table authorised() {
        Table table = Table.of("name", "relation", "phone", "from", "to");
        dossier.authorised()
                .forEach(person ->
                        table.row(person.name(), person.relation(), person.phone(), person.from(), person.to()));
        return table;
    }

    private Table schoolings() {
        Table table = Table.of("from", "school", "class");
        dossier.child()
                .schoolings()
                .records()
                .forEach(since -> table.row(
                        since.from(),
                        since.schooling().school(),
                        since.schooling().schoolClass()));
        return table;
    }

    private Table registrations() {
        Table table = Table.of(
                "activity",
                "family",
                "from",
                "to",
                "state",
                "label",
                "reason",
                "second_family",
                "second_share",
                "second_from");
        dossier.registrations()
                .forEach(row -> table.row(
                        row.activity(),
                        row.family(),
                        row.from(),
                        row.to(),
                        row.state().code(),
                        row.label(),
                        row.reason(),
                        row.secondFamily(),
                        row.secondShare(),
                        row.secondFrom()));
        return table;
    }

    private Table weeks() {
        Table table = Table.of("activity", "unit", "from", "to", "days", "weeks", "family");
        dossier.weeks().forEach(week -> {
            TypicalWeek rule = week.rule();
            table.row(
                    week.unit().activity().code(),
                    week.unit().code(),
                    rule.from(),
                    rule.to(),
                    rule.weekdays().toString(),
                    rule.weeks().code(),
                    week.family());
        });
        return table;
    }

    private Table shuttles() {
        Table table = Table.of("route", "stop", "days", "from", "to", "time", "label");
        dossier.shuttles()
                .forEach(row -> table.row(
                        row.shuttle().code(),
                        row.stop().code(),
                        row.place().weekdays().toString(),
                        row.place().from(),
                        row.place().to(),
                        row.stop().time().toString(),
                        row.shuttle().label()));
        return table;
    }

    private Table requests() {
        Table table = Table.of("activity", "unit", "date", "state", "requested_at", "family");
        dossier.requests()
                .forEach(asked -> table.row(
                        asked.unit().activity().code(),
                        asked.unit().code(),
                        asked.request().day(),
                        asked.request().state().code(),
                        asked.request().submittedAt(),
                        asked.family()));
        return table;
    }
}
