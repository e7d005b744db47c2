package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.payment.PaymentReceipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReceiptPdfTest {
    private static final LocalDate DAY = LocalDate.of(2016, 12, 5);
    private static final OfficeHead OFFICE = new OfficeHead("Service", List.of(), "", "", "", "", "");

    private static byte[] printed(int invoices, String drawer) throws IOException {
        List<PaymentReceipt.Settled> settled = IntStream.rangeClosed(1, invoices)
                .mapToObj(i -> new PaymentReceipt.Settled("F%06d".formatted(i), Money.ofCents(100), Money.ZERO))
                .toList();
        PaymentReceipt receipt = new PaymentReceipt(
                7,
                1,
                "F0001",
                DAY,
                DAY.plusDays(1),
                PaymentMethod.CHEQUE,
                Money.ofCents(10_000),
                "0012345",
                drawer,
                Money.ZERO,
                settled,
                null,
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReceiptPdf()
                .write(
                        List.of(new ReceiptDocument(
                                OFFICE, new Recipient(List.of("Mme Dupont"), List.of(), "", ""), receipt)),
                        out);
        return out.toByteArray();
    }

    @Test
    void aReceiptOfManyInvoicesGoesOnAndEndsWithItsTotal() throws IOException {
        ReadBack read = ReadBack.of(printed(80, ""));
        assertThat(read.pages()).isEqualTo(3);
        assertThat(read.text(3))
                .containsPattern("F000080.*Somme gardée à votre crédit 20,00.€ Total du règlement 100,00.€");
        assertThat(read.text(2)).containsPattern("Page.2");
        assertThat(read.text(3)).contains("Fait le 06/12/2016");
    }

    @Test
    void whoDrewTheChequeIsNamedHoweverLongTheName() throws IOException {
        String name = "Montferrand-".repeat(9);
        assertThat(ReadBack.of(printed(1, name)).text().replace(" ", ""))
                .contains("areçude" + name + "pourMmeDupontlasommede");
    }

    @Test
    void aReceiptThatSettledNothingIsAllCredit() throws IOException {
        assertThat(ReadBack.of(printed(0, "")).text())
                .containsPattern("Somme gardée à votre crédit 100,00.€ Total du règlement 100,00.€");
    }
}
