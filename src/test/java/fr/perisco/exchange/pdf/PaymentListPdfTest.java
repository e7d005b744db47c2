package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.DeskJournal;
import fr.perisco.domain.payment.DeskOperation;
import fr.perisco.domain.payment.PaymentMethod;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaymentListPdfTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 12, 1);
    private static final Pattern CARRIED = Pattern.compile("(À reporter|Report) (\\d[\\d \u00a0]*,\\d\\d)");

    private static DeskOperation payment(int number, String payer) {
        return new DeskOperation(
                DeskOperation.Kind.PAYMENT,
                number,
                FIRST.plusDays(number / 50),
                LocalTime.of(9, number % 50),
                number % 3 == 0 ? PaymentMethod.CASH : PaymentMethod.CHEQUE,
                "F%04d".formatted(number),
                payer,
                "no " + number,
                Money.ofCents(1001));
    }

    private static byte[] journal(List<DeskOperation> operations) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MissingCharacters missing = new PaymentListPdf()
                .write(
                        new DeskJournalDocument(
                                "Service", FIRST, FIRST.plusDays(30), null, null, new DeskJournal(operations)),
                        out);
        assertThat(missing.isEmpty()).isTrue();
        return out.toByteArray();
    }

    private static List<DeskOperation> payments(int count) {
        List<DeskOperation> operations = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            operations.add(payment(i, i % 7 == 0 ? "Montferrand-".repeat(9) : "Dupont"));
        }
        return operations;
    }

    @Test
    void eachPageCarriesOverWhatTheOnesBeforeItCameTo() throws IOException {
        ReadBack read = ReadBack.of(journal(payments(400)));
        assertThat(read.pages()).isGreaterThan(8);
        String carried = "";
        for (int page = 1; page <= read.pages(); page++) {
            String text = read.text(page);
            List<String> found = new ArrayList<>();
            Matcher matcher = CARRIED.matcher(text);
            while (matcher.find()) {
                found.add(matcher.group(1) + matcher.group(2));
            }
            if (page > 1) {
                assertThat(found).contains("Report" + carried);
            }
            if (page < read.pages()) {
                assertThat(found).anyMatch(of -> of.startsWith("À reporter"));
                carried = found.stream()
                        .filter(of -> of.startsWith("À reporter"))
                        .findFirst()
                        .orElseThrow()
                        .substring("À reporter".length());
            }
            assertThat(text).endsWith(page + "/" + read.pages());
        }
        assertThat(read.text(read.pages())).containsPattern("Total.: 400 opérations 4.004,00.€");
    }

    @Test
    void aJournalOfNothingSaysSo() throws IOException {
        ReadBack read = ReadBack.of(journal(List.of()));
        assertThat(read.pages()).isOne();
        assertThat(read.text()).contains("Aucune opération", "0,00");
    }

    @Test
    void theSameJournalGivesTheSameBytes() throws IOException {
        assertThat(journal(payments(60))).isEqualTo(journal(payments(60)));
    }
}
