package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import fr.perisco.domain.invoice.Letterhead;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.recovery.TreasuryList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReminderPdfTest {
    private static final LocalDate DAY = LocalDate.of(2017, 3, 1);
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    private static final OfficeHead OFFICE = new OfficeHead("Service", List.of(""), "", "", "", "", "");

    private static ReminderDocument reminder(int invoices, String text, Money credit) {
        List<ReminderDocument.Line> lines = IntStream.rangeClosed(1, invoices)
                .mapToObj(i -> new ReminderDocument.Line(
                        "F05161200%02d".formatted(i),
                        NOVEMBER,
                        DAY.minusDays(90),
                        DAY.minusDays(60),
                        Money.ofCents(200_00),
                        Money.ofCents(100_00)))
                .toList();
        return new ReminderDocument(
                OFFICE,
                new Recipient(List.of("Mme " + "Castelmorel ".repeat(9).strip()), List.of(""), "", ""),
                12,
                "F0001",
                "Dupont",
                DAY,
                "Relance de {family}",
                text,
                lines,
                credit,
                Money.ofCents(invoices * 100_00L).minus(credit));
    }

    private static byte[] bytes(ReminderDocument... reminders) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new ReminderPdf().write(List.of(reminders), out).isEmpty()).isTrue();
        return out.toByteArray();
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        PdfReader reader = new PdfReader(pdf);
        return IntStream.rangeClosed(1, reader.getNumberOfPages())
                .mapToObj(page -> text(reader, page))
                .toList();
    }

    private static String text(PdfReader reader, int page) {
        try {
            return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("[\\s\u00a0]+", " ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theOfficesWordsAreFilledInAndTheTotalTakesTheCreditOff() throws IOException {
        List<String> pages = pages(bytes(reminder(
                2, "Vous devez {amount} ({invoices}) depuis le {due_on}.\n\nLe {sent_on}.", Money.ofCents(30_00))));
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0))
                .contains(
                        "Relance de Dupont",
                        "Vous devez 170,00 € (F0516120001, F0516120002) depuis le 31/12/2016.",
                        "Le 01/03/2017.",
                        "Avoir à déduire -30,00 €",
                        "Total à régler 170,00 €",
                        "Page 1/1");
    }

    @Test
    void manyInvoicesGoOnWithTheirHeadingAndTheTotalStandsOnce() throws IOException {
        List<String> pages = pages(bytes(reminder(99, "Texte.", Money.ZERO)));
        assertThat(pages).hasSizeGreaterThan(1).allMatch(page -> page.contains("Reste dû"));
        assertThat(pages.get(0)).contains("Page 1/" + pages.size());
        assertThat(String.join(" ", pages)).containsOnlyOnce("Total à régler").contains("9 900,00 €");
    }

    @Test
    void theLongestTextAndALetterOfOneInvoiceLoseNothing() throws IOException {
        List<String> pages = pages(bytes(reminder(1, "Ligne.\n".repeat(80) + "Fin du texte.", Money.ZERO)));
        assertThat(String.join(" ", pages)).contains("Fin du texte.", "F0516120001", "Total à régler", "Comment payer");
    }

    @Test
    void theSameRemindersGiveTheSameBytes() throws IOException {
        ReminderDocument one = reminder(3, "Texte.", Money.ZERO);
        ReminderDocument two = reminder(40, "Autre.", Money.ofCents(1));
        assertThat(bytes(one, two)).isEqualTo(bytes(one, two));
    }

    @Test
    void aListForTheTreasuryGroupsTheInvoicesOfADebtor() throws IOException {
        TreasuryList.Claim claim = new TreasuryList.Claim(
                1,
                "F0516120001",
                NOVEMBER,
                DAY.minusDays(120),
                DAY.minusDays(90),
                Money.ofCents(20_00),
                Money.ofCents(8_00),
                3,
                DAY.minusDays(30));
        TreasuryList.Debtor debtor = new TreasuryList.Debtor(
                1,
                "F0001",
                "Dupont",
                new fr.perisco.domain.invoice.Recipient("Mme Dupont Anne", "", "", "", ""),
                List.of(claim, claim));
        TreasuryList list = new TreasuryList(3, DAY, Letterhead.of(""), List.of(debtor));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TreasuryPdf().write(OFFICE, list, out);
        List<String> pages = pages(out.toByteArray());
        assertThat(pages).hasSize(1);
        assertThat(pages.get(0))
                .contains("Liste n° 3", "Mme Dupont Anne, F0001", "niv. 3, 30/01/2017", "Total F0001 16,00 €")
                .contains("Total : redevables 1, factures 2 16,00 €", "Page 1/1");
    }
}
