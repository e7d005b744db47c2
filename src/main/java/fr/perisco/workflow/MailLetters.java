package fr.perisco.workflow;

import fr.perisco.domain.calendar.ParisTime;
import fr.perisco.domain.calendar.SchoolYear;
import fr.perisco.domain.credential.TemporaryPassword;
import fr.perisco.domain.family.Family;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.mail.MailSubject;
import fr.perisco.domain.mail.QueuedMail;
import fr.perisco.domain.payment.TaxCertificate;
import fr.perisco.domain.reason.Refused;
import fr.perisco.domain.recovery.Reminder;
import fr.perisco.exchange.mail.Attachment;
import fr.perisco.exchange.mail.Letter;
import fr.perisco.exchange.mail.LetterMessage;
import fr.perisco.exchange.mail.MailText;
import fr.perisco.exchange.mail.MailWords;
import fr.perisco.exchange.pdf.FrenchForms;
import fr.perisco.exchange.pdf.InvoiceDocument;
import fr.perisco.exchange.pdf.InvoicePdf;
import fr.perisco.exchange.pdf.MissingCharacters;
import fr.perisco.exchange.pdf.RegistrationCertificate;
import fr.perisco.exchange.pdf.RegistrationCertificatePdf;
import fr.perisco.exchange.pdf.ReminderDocument;
import fr.perisco.exchange.pdf.ReminderPdf;
import fr.perisco.exchange.pdf.TaxCertificateDocument;
import fr.perisco.exchange.pdf.TaxCertificatePdf;
import fr.perisco.store.FamilyStore;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.MailStore;
import fr.perisco.store.MergeStore;
import fr.perisco.store.ReminderStore;
import fr.perisco.store.TaxCertificateStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;

/**
 * Makes mails from what they name. What is read is read at once, in one state of the database; drawing the PDF, which takes most of the
 * time, can be done on any thread.
 */
final class MailLetters {

    @FunctionalInterface
    private interface Pdf {
        MissingCharacters write(OutputStream out) throws IOException;
    }

    private final Office office;
    private final MailIdentity identity;
    private final RandomGenerator random;
    private final InvoicePdf invoices = new InvoicePdf();
    private final Map<Long, Family> families = new HashMap<>();
    private final Map<String, IssuedInvoice> issued = new HashMap<>();

    /**
     * @param random a secure source, fit for several threads
     */
    MailLetters(Office office, MailIdentity identity, RandomGenerator random) {
        this.office = office;
        this.identity = identity;
        this.random = random;
    }

    /** Reads at once what many mails need. */
    void readAhead(List<QueuedMail> mails) {
        families.clear();
        new FamilyStore(office.database())
                .families(mails.stream().map(QueuedMail::familyId).distinct().toList())
                .forEach(stored -> families.put(stored.id(), stored.family()));
        issued.clear();
        issued.putAll(new InvoiceStore(office.database())
                .find(mails.stream()
                        .map(mail -> mail.subject().invoice())
                        .filter(Objects::nonNull)
                        .map(String.class::cast)
                        .distinct()
                        .toList()));
    }

    boolean hasLogin(QueuedMail mail) {
        return !Objects.requireNonNull(families.get(mail.familyId())).login().isEmpty();
    }

    /** Where mail reaches the family today, a merged one through the family that goes on; empty for nowhere. */
    String addressOf(QueuedMail mail) {
        String login = Objects.requireNonNull(families.get(mail.familyId())).login();
        return login.isEmpty()
                ? new MergeStore(office.database())
                        .endOf(mail.familyId())
                        .flatMap(merge -> new FamilyStore(office.database()).family(merge.into()))
                        .map(into -> into.family().login())
                        .orElse("")
                : login;
    }

    /**
     * Makes a mail of what was read ahead, and of what else it needs.
     *
     * @return makes the mail, on any thread
     * @throws Refused when what it is about is no more
     */
    Callable<MailDraft> of(QueuedMail mail) {
        Family family = Objects.requireNonNull(families.get(mail.familyId()));
        MailSubject about = mail.subject();
        return switch (mail.kind()) {
            case INVOICE -> invoice(mail, family, Objects.requireNonNull(about.invoice()));
            case REMINDER -> reminder(mail, family, Objects.requireNonNull(about.reminder()));
            case TAX_CERTIFICATE -> taxCertificate(mail, family, Objects.requireNonNull(about.certificate()));
            case REGISTRATION_CERTIFICATE -> registrations(mail, family);
            case WAITING_LIST -> places(mail, family);
            case CREDENTIAL -> () -> credential(mail, family);
        };
    }

    private Callable<MailDraft> invoice(QueuedMail mail, Family family, String number) {
        IssuedInvoice invoice = Objects.requireNonNull(issued.get(number));
        InvoiceDocument document = InvoiceDocuments.of(invoice);
        String month = FrenchForms.month(invoice.month());
        String kind = invoice.creditNote() ? "credit-note" : "invoice";
        List<String> words = new ArrayList<>();
        words.add(MailWords.text(kind + ".text", number, month, FrenchForms.amount(invoice.amount())));
        if (!invoice.creditNote()) {
            words.addAll(payment(invoice, document));
        }
        MailText text = document.payFip()
                .map(link -> text(kind + ".subject", family, words, office(), number, month)
                        .withAddress(link.url()))
                .orElseGet(() -> text(kind + ".subject", family, words, office(), number, month));
        return () -> draft(mail, text, number + ".pdf", out -> invoices.write(document, out));
    }

    private static List<String> payment(IssuedInvoice invoice, InvoiceDocument document) {
        if (!invoice.balanceAtIssue().isPositive()) {
            return List.of(MailWords.text("invoice.settled"));
        }
        String due = MailWords.text(
                "invoice.due", FrenchForms.amount(invoice.balanceAtIssue()), FrenchForms.day(invoice.dueOn()));
        return document.payFip()
                .map(link -> List.of(due, MailWords.text("invoice.online") + "\n" + link.url()))
                .orElseGet(() -> List.of(due, MailWords.text("invoice.desk")));
    }

    private Callable<MailDraft> reminder(QueuedMail mail, Family family, long number) {
        Reminder reminder = new ReminderStore(office.database())
                .list(new ReminderStore.Wanted(number, null, null, null, null, null)).stream()
                        .findFirst()
                        .orElseThrow();
        ReminderDocument document = ReminderPrint.document(reminder);
        List<String> words = List.of(
                MailWords.text("reminder.text", FrenchForms.amount(reminder.amount())),
                MailWords.text("reminder.ignore"));
        MailText text = text("reminder.subject", family, words, office());
        String name = "relance-%05d.pdf".formatted(number);
        return () -> draft(mail, text, name, out -> new ReminderPdf().write(List.of(document), out));
    }

    private Callable<MailDraft> taxCertificate(QueuedMail mail, Family family, String number) {
        TaxCertificate certificate =
                new TaxCertificateStore(office.database()).find(number).orElseThrow();
        TaxCertificateDocument document = TaxCertificatePrint.document(certificate);
        String year = Integer.toString(certificate.year().year());
        List<String> words = new ArrayList<>();
        words.add(MailWords.text("tax-certificate.text", number, year));
        Optional.ofNullable(certificate.replaces())
                .ifPresent(former -> words.add(MailWords.text("tax-certificate.replaces", former)));
        MailText text = text("tax-certificate.subject", family, words, office(), year);
        return () -> draft(mail, text, number + ".pdf", out -> new TaxCertificatePdf().write(List.of(document), out));
    }

    private Callable<MailDraft> registrations(QueuedMail mail, Family family) {
        MailSubject about = mail.subject();
        SchoolYear year = SchoolYear.of(Objects.requireNonNull(about.day()));
        LocalDate day = LocalDate.ofInstant(mail.queuedAt(), ParisTime.ZONE);
        List<RegistrationCertificate> certificates = new RegistrationCertificates(office)
                .certificates(
                        new RegistrationCertificates.Order(about.child(), mail.familyCode(), about.activity(), year),
                        day);
        MailText text = text(
                "registration-certificate.subject",
                family,
                List.of(MailWords.text("registration-certificate.text", year.toString())),
                office(),
                year.toString());
        return () -> draft(
                mail,
                text,
                "attestation-inscription-" + year + ".pdf",
                out -> new RegistrationCertificatePdf().write(certificates, out));
    }

    private Callable<MailDraft> places(QueuedMail mail, Family family) {
        List<MailStore.Place> places = new MailStore(office.database()).places(mail.id());
        String many = places.size() > 1 ? ".many" : "";
        StringBuilder list = new StringBuilder(MailWords.text("waiting-list.text" + many));
        places.forEach(place -> list.append('\n')
                .append(MailWords.text(
                        "waiting-list.place",
                        FrenchForms.dayInWords(place.day()),
                        place.child(),
                        place.activity(),
                        place.unit())));
        MailText text = text(
                "waiting-list.subject" + many,
                family,
                List.of(list.toString(), MailWords.text("waiting-list.cancel" + many)),
                office());
        return () -> new MailDraft(LetterMessage.of(letter(mail, text, List.of())), Optional.empty());
    }

    private MailDraft credential(QueuedMail mail, Family family) {
        DrawnPassword drawn = new DrawnPassword(TemporaryPassword.draw(random), random);
        List<String> words = new ArrayList<>();
        words.add(MailWords.text("credential.text"));
        words.add(MailWords.text("credential.login", family.login()) + "\n"
                + MailWords.text("credential.password", drawn.password().text().toString()));
        identity.settings().portalUrl().ifPresent(url -> words.add(MailWords.text("credential.portal", url)));
        words.add(MailWords.text("credential.change"));
        words.add(MailWords.text("credential.former"));
        MailText text = text("credential.subject", family, words, office()).withAddress(family.login());
        MailText linked = identity.settings().portalUrl().map(text::withAddress).orElse(text);
        return new MailDraft(LetterMessage.of(letter(mail, linked, List.of())), Optional.of(drawn));
    }

    private String office() {
        return identity.head().name();
    }

    private MailText text(String subject, Family family, List<String> words, String... values) {
        String guardian = family.guardian().fullName();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(guardian.isEmpty() ? MailWords.text("greeting.nobody") : MailWords.text("greeting", guardian));
        paragraphs.addAll(words);
        StringBuilder closing = new StringBuilder(MailWords.text("closing"))
                .append('\n')
                .append(MailWords.text("closing.office", office()));
        String phone = identity.head().phone();
        if (!phone.isBlank()) {
            closing.append('\n').append(MailWords.text("closing.phone", phone));
        }
        paragraphs.add(closing.toString());
        return new MailText(MailWords.text(subject, values), paragraphs);
    }

    private MailDraft draft(QueuedMail mail, MailText text, String name, Pdf pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.write(bytes);
        return new MailDraft(
                LetterMessage.of(letter(mail, text, List.of(new Attachment(name, bytes.toByteArray())))),
                Optional.empty());
    }

    private Letter letter(QueuedMail mail, MailText text, List<Attachment> attachments) {
        return new Letter(
                mail.id(), mail.queuedAt(), identity.from(), identity.replyTo(), mail.recipient(), text, attachments);
    }
}
