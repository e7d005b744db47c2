package fr.perisco.cli;

import fr.perisco.domain.family.Child;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.Guardian;
import fr.perisco.domain.family.Membership;
import fr.perisco.domain.family.Merge;
import fr.perisco.domain.family.Schooling;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.recovery.Hold;
import fr.perisco.domain.recovery.PaymentPlan;
import fr.perisco.exchange.table.Form;
import fr.perisco.exchange.table.Table;
import fr.perisco.workflow.FamilyDossier;
import java.util.List;
import java.util.Optional;

/** A family as its sheet shows it: "Ma famille", "Mes coordonnées" and "Mon compte" of the portal. */
final class FamilyPage {
    /** A terminal shows a year of invoices; {@code invoice list} shows the others. */
    private static final int INVOICES_AT_MOST = 12;

    private final FamilyDossier dossier;
    private final Family family;

    FamilyPage(FamilyDossier dossier) {
        this.dossier = dossier;
        this.family = dossier.family();
    }

    Form form() {
        Optional<FamilyQuotient> quotient = dossier.quotients().inForceOn(dossier.today());
        return Form.of("family", family.code())
                .field("name", family.name())
                .field("login", family.login())
                .field("address", family.address())
                .field("postcode", family.postcode())
                .field("city", family.city())
                .field("resident", dossier.residency().isResidentOn(dossier.today()) ? "yes" : "no")
                .field(
                        "resident_since",
                        dossier.residency()
                                .on(dossier.today())
                                .map(since -> since.from())
                                .orElse(null))
                .field("dependents", family.dependents())
                .field("income", family.income())
                .field("income_on", family.incomeOn())
                .field("quotient", quotient.map(FamilyQuotient::quotient).orElse(null))
                .field(
                        "quotient_from",
                        quotient.map(FamilyQuotient::quotientFrom).orElse(null))
                .field("due", dossier.due())
                .field("credit", dossier.credit())
                .field("balance", dossier.balance())
                .field("owed_back", dossier.owedBack())
                .field("overdue", dossier.overdue())
                .field("hold_until", dossier.hold().map(Hold::until).orElse(null))
                .field("hold_reason", dossier.hold().map(Hold::reason).orElse(""))
                .field("plan", dossier.plan().map(PaymentPlan::id).orElse(null))
                .field(
                        "plan_state",
                        dossier.plan()
                                .map(plan -> plan.stateOn(dossier.today()).code())
                                .orElse(""))
                .field("merged_into", mergedInto())
                .list("children", "child", 1, children())
                .list("guardians", "guardian", 1, guardians())
                .list("residences", "residence", 1, residences())
                .list("quotients", "quotient", 2, quotients())
                .list("invoices", "invoice", 1, invoices(dossier.invoices()));
    }

    /** The family that it is a duplicate of; empty when it is none. */
    private String mergedInto() {
        return dossier.merges().stream()
                .filter(merge -> merge.family().equals(family.code()))
                .map(Merge::into)
                .findFirst()
                .orElse("");
    }

    void draw(Page page) {
        page.sentence("family.show.head", family.code(), page.heldName(family.name()));
        dossier.merges()
                .forEach(merge -> page.sentence(
                        merge.family().equals(family.code()) ? "family.show.merged" : "family.show.merges",
                        merge.into(),
                        merge.on(),
                        merge.family()));
        page.text(family.address());
        page.text((family.postcode() + " " + family.city()).strip());
        dossier.residency()
                .on(dossier.today())
                .ifPresent(since -> page.sentence(
                        since.resident() ? "family.show.resident" : "family.show.non-resident", since.from()));
        page.table("family.show.children", children());
        page.table("family.show.guardians", guardians());
        page.title("family.show.account");
        drawAccount(page);
        if (dossier.quotients().records().size() > 1) {
            page.table("family.show.quotients", quotients());
        }
        drawInvoices(page);
    }

    private void drawAccount(Page page) {
        if (!family.login().isEmpty()) {
            page.sentence("family.show.login", family.login());
        } else if (!dossier.erased() && mergedInto().isEmpty()) {
            page.sentence("family.show.no-login", family.code());
        }
        if (family.dependents() != null) {
            page.sentence("family.show.dependents", family.dependents());
        }
        if (family.income() != null) {
            page.sentence(
                    family.incomeOn() == null ? "family.show.income-undated" : "family.show.income",
                    family.income(),
                    family.incomeOn() == null ? "" : family.incomeOn());
        }
        dossier.quotients()
                .inForceOn(dossier.today())
                .ifPresentOrElse(
                        record -> page.sentence("family.show.quotient", record.quotient(), record.quotientFrom()),
                        () -> {
                            if (!dossier.erased()) {
                                page.sentence("family.show.no-quotient");
                            }
                        });
    }

    private void drawInvoices(Page page) {
        List<ListedInvoice> all = dossier.invoices();
        int earlier = Math.max(0, all.size() - INVOICES_AT_MOST);
        page.table("family.show.invoices", invoices(all.subList(earlier, all.size())));
        if (earlier > 0) {
            page.sentence("family.show.earlier-invoices", earlier, family.code());
        }
        page.sentence("family.show.balance", dossier.due(), dossier.credit(), dossier.balance());
        if (dossier.owedBack().isPositive()) {
            page.sentence("family.show.owed-back", dossier.owedBack());
        }
        if (dossier.overdue().isPositive()) {
            page.sentence("family.show.overdue", dossier.overdue());
        }
        dossier.hold().ifPresent(hold -> page.sentence("recovery.hold", hold.until(), hold.reason()));
        dossier.plan().ifPresent(plan -> page.sentence(plan.told(dossier.today())));
    }

    private Table children() {
        Table table = Table.of(
                "child",
                "last_name",
                "first_name",
                "birth_date",
                "age",
                "sex",
                "school",
                "class",
                "diet",
                "vaccines_until",
                "vaccines",
                "from",
                "to");
        dossier.children().forEach(schooled -> {
            Child child = schooled.child();
            Schooling schooling = schooled.schoolings().on(dossier.today());
            Membership.Spell spell = dossier.memberships()
                    .getOrDefault(child.id(), Membership.ALWAYS)
                    .on(dossier.today());
            table.row(
                    child.code(),
                    child.lastName(),
                    child.firstName(),
                    child.birthOn(),
                    child.ageOn(dossier.today()),
                    child.sex(),
                    schooling.school(),
                    schooling.schoolClass(),
                    child.diet(),
                    child.vaccinesUntil(),
                    child.vaccinesOn(dossier.today()).code(),
                    spell == null ? null : spell.from(),
                    spell == null ? null : spell.to());
        });
        return table;
    }

    /** The reference guardian first. */
    private Table guardians() {
        Table table = Table.of("rank", "civility", "last_name", "first_name", "email", "phone");
        guardian(table, family.guardian());
        Guardian second = family.second();
        if (second != null) {
            guardian(table, second);
        }
        return table;
    }

    private static void guardian(Table table, Guardian guardian) {
        table.row(
                guardian.rank(),
                guardian.civility(),
                guardian.lastName(),
                guardian.firstName(),
                guardian.email(),
                guardian.phone());
    }

    private Table residences() {
        Table table = Table.of("from", "resident");
        dossier.residency().records().forEach(since -> table.row(since.from(), since.resident() ? "yes" : "no"));
        return table;
    }

    private Table quotients() {
        Table table = Table.of("quotient_from", "counts_from", "quotient", "state");
        dossier.quotients()
                .standing()
                .forEach(record -> table.row(
                        record.quotientFrom(),
                        record.countsFrom(),
                        record.quotient(),
                        dossier.quotients().stateOn(record, dossier.today()).code()));
        return table;
    }

    private static Table invoices(List<ListedInvoice> invoices) {
        Table table = Table.of("number", "month", "issued_on", "due_on", "amount", "balance", "kind");
        invoices.forEach(invoice -> table.row(
                invoice.number(),
                invoice.month(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.amount(),
                invoice.balance(),
                invoice.creditNote() ? "credit-note" : "invoice"));
        return table;
    }
}
