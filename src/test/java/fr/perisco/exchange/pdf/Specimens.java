package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invented documents of an invented town. */
final class Specimens {

    static final OfficeHead OFFICE = new OfficeHead(
            "Service périscolaire – Maison Moureu",
            List.of("Rue de Borja"),
            "64110",
            "Jurançon",
            "05 59 98 19 89",
            "periscolaire@example.org",
            "Du lundi au vendredi, de 8h30 à 11h30");

    static final Recipient DUPONT = new Recipient(
            List.of("Mme Camille DUPONT", "M. Julien DUPONT"),
            List.of("12 avenue du Général de Gaulle", "Résidence des Pyrénées"),
            "64110",
            "JURANÇON");

    static final String PASSWORD = "K7MP-X4TQ-9RWD-H2VN";

    private Specimens() {}

    static InvoiceDocument.Line line(String child, String label, int quantity, long unitCents) {
        return new InvoiceDocument.Line(
                child,
                "RESTAURANT SCOLAIRE JM",
                label,
                LocalDate.of(2016, 11, 30),
                "SERVICE PÉRISCOLAIRE",
                quantity,
                Money.ofCents(unitCents),
                Money.ofCents(unitCents * quantity));
    }

    static List<InvoiceDocument.Line> lines(int count) {
        List<InvoiceDocument.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line("DUPONT Enfant" + i / 10, "Repas n" + i, i + 1, 270));
        }
        return lines;
    }

    static InvoiceDocument invoice(
            List<InvoiceDocument.Line> lines, long totalCents, long paidCents, long balanceCents) {
        return invoice(lines, totalCents, paidCents, balanceCents, DUPONT);
    }

    static InvoiceDocument invoice(
            List<InvoiceDocument.Line> lines, long totalCents, long paidCents, long balanceCents, Recipient recipient) {
        return invoice(lines, totalCents, paidCents, balanceCents, recipient, 0);
    }

    static InvoiceDocument invoice(
            List<InvoiceDocument.Line> lines,
            long totalCents,
            long paidCents,
            long balanceCents,
            Recipient recipient,
            long owedBefore) {
        return new InvoiceDocument(
                InvoiceDocument.Kind.INVOICE,
                OFFICE,
                recipient,
                "F0516120001",
                "FAM000123",
                YearMonth.of(2016, 11),
                LocalDate.of(2016, 12, 2),
                LocalDate.of(2017, 1, 1),
                lines,
                Money.ofCents(totalCents),
                Money.ofCents(paidCents),
                Money.ofCents(balanceCents),
                Money.ofCents(owedBefore),
                LocalDate.of(2016, 12, 2),
                balanceCents < 100 ? Optional.empty() : Optional.of(payFip(balanceCents)));
    }

    static PayFipLink payFip(long cents) {
        return new PayFipLink(
                "F0516120001",
                Money.ofCents(cents),
                "https://www.payfip.gouv.fr/tpa/paiement.web?numcli=012345&exer=2016&refdet=F0516120001"
                        + "&objet=RESTAURATION+SCOLAIRE&montant=" + cents
                        + "&mel=camille.dupont%40example.org"
                        + "&urlcl=https%3A%2F%2Fportail.example.org%2Fretour&saisie=T");
    }

    static InvoiceDocument withoutOnlinePayment(InvoiceDocument invoice) {
        return new InvoiceDocument(
                invoice.kind(),
                invoice.office(),
                invoice.recipient(),
                invoice.number(),
                invoice.familyCode(),
                invoice.month(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.lines(),
                invoice.total(),
                invoice.alreadyPaid(),
                invoice.balance(),
                invoice.owedBefore(),
                invoice.owedOn(),
                Optional.empty());
    }

    static InvoiceDocument creditNote() {
        return new InvoiceDocument(
                InvoiceDocument.Kind.CREDIT_NOTE,
                OFFICE,
                DUPONT,
                "A0516120001",
                "FAM000123",
                YearMonth.of(2016, 11),
                LocalDate.of(2016, 12, 2),
                LocalDate.of(2017, 1, 1),
                List.of(line("DUPONT Kévin", "Régularisation", -5, 270)),
                Money.ofCents(-1350),
                Money.ZERO,
                Money.ofCents(-1350),
                Money.ZERO,
                LocalDate.of(2016, 12, 2),
                Optional.empty());
    }

    static CredentialSheet credential(String family, CharSequence password, int children) {
        List<CredentialSheet.Pupil> pupils = new ArrayList<>();
        for (int i = 0; i < children; i++) {
            pupils.add(new CredentialSheet.Pupil(family + " Enfant" + i, "École Jean Moulin", "CE1"));
        }
        return new CredentialSheet(
                OFFICE,
                new Recipient(List.of("Mme " + family), List.of("1 rue du Bourg"), "64110", "JURANÇON"),
                "parent@example.org",
                password,
                pupils,
                Optional.of("https://portail.example.org/connexion"),
                LocalDate.of(2016, 10, 3));
    }
}
