package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.qrcode.decoder.Decoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialPdfTest {

    private static final LocalDate PRINTED_ON = LocalDate.of(2016, 10, 3);

    @Test
    void saysLoginPasswordChildrenAndWhatToDo() throws Exception {
        ReadBack pdf = ReadBack.of(Specimens.credential("DUPONT", Specimens.PASSWORD, 2));

        assertThat(pdf.pages()).isEqualTo(1);
        assertThat(pdf.text())
                .containsSubsequence(
                        "Service périscolaire – Maison Moureu",
                        "Mme DUPONT 1 rue du Bourg 64110 JURANÇON",
                        "Vos identifiants pour le portail famille",
                        "Identifiant parent@example.org",
                        "Mot de passe provisoire " + Specimens.PASSWORD,
                        "Adresse du portail https://portail.example.org/connexion",
                        "Enfant École Classe",
                        "DUPONT Enfant0 École Jean Moulin CE1",
                        "DUPONT Enfant1 École Jean Moulin CE1",
                        "doit être remplacé dès la première connexion",
                        "Ne communiquez votre mot de passe à personne",
                        "Besoin d’aide Service périscolaire – Maison Moureu – 05 59 98 19 89");
        assertThat(new Decoder().decode(pdf.qrSquares(1)).getText()).isEqualTo("https://portail.example.org/connexion");
    }

    @Test
    void nothingButTheAddressShowsInTheWindowOfTheEnvelope() throws IOException {
        assertThat(ReadBack.of(Specimens.credential("DUPONT", Specimens.PASSWORD, 2))
                        .places(1))
                .filteredOn(place -> place.y() > 34 && place.y() < 94)
                .filteredOn(place -> place.x() > 90)
                .hasSize(3)
                .allSatisfy(place -> assertThat(place.x()).isBetween(100f, 110f));
    }

    @Test
    void isOnePageWhateverTheNumberOfChildren() throws IOException {
        for (int children : new int[] {0, 1, 7, 8, 9, 40}) {
            ReadBack pdf = ReadBack.of(Specimens.credential("DUPONT", Specimens.PASSWORD, children));
            assertThat(pdf.pages()).isEqualTo(1);
            long shown = Specimens.credential("DUPONT", "x", children).children().stream()
                    .filter(child -> contains(pdf, child.name() + " "))
                    .count();
            if (shown < children) {
                assertThat(pdf.text()).contains("… et " + (children - shown) + " de plus");
            }
        }
    }

    private static boolean contains(ReadBack pdf, String text) {
        try {
            return pdf.text().contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPasswordStaysOnOneLineAndMayBeWipedAfterwards() throws IOException {
        char[] secret = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789ABCDEFGHJKLMNPQRSTUVWXYZ23456789".toCharArray();
        ReadBack pdf = ReadBack.of(Specimens.credential("DUPONT", CharBuffer.wrap(secret), 1));

        assertThat(pdf.text()).contains("provisoire " + new String(secret));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 75, 76, 100, 254})
    void aLoginIsNeverCut(int length) throws IOException {
        String start = "marie-antoinette.de-montferrand-puylaurens";
        String end = "@example.org";
        String login = start + "W".repeat(length - start.length() - end.length()) + end;
        CredentialSheet usual = Specimens.credential("DUPONT", Specimens.PASSWORD, 1);
        for (Optional<String> portal : List.of(usual.portalUrl(), Optional.<String>empty())) {
            ReadBack pdf = ReadBack.of(new CredentialSheet(
                    usual.office(),
                    usual.recipient(),
                    login,
                    usual.temporaryPassword(),
                    usual.children(),
                    portal,
                    usual.issuedOn()));

            assertThat(pdf.text().replace(" ", "")).contains(login);
        }
    }

    @Test
    void thePasswordIsInNoMessage() {
        assertThat(Specimens.credential("DUPONT", Specimens.PASSWORD, 1))
                .asString()
                .doesNotContain(Specimens.PASSWORD)
                .contains("parent@example.org");
    }

    @Test
    void thePrintFileHasOnePageAFamilyInTheOrderOfTheCalls() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CredentialPrintFile file = new CredentialPdf().printFile(out, PRINTED_ON)) {
            for (String family : List.of("ZOLA", "ŁUKASZ", "ABADIE")) {
                file.add(Specimens.credential(family, "PASS-" + family.length(), 1));
            }
        }

        ReadBack pdf = ReadBack.of(out.toByteArray());
        assertThat(pdf.pages()).isEqualTo(3);
        assertThat(pdf.text(1)).contains("Mme ZOLA", "PASS-4").doesNotContain("ABADIE");
        assertThat(pdf.text(2)).contains("Mme ŁUKASZ", "PASS-6");
        assertThat(pdf.text(3)).contains("Mme ABADIE", "PASS-6");
    }

    @Test
    void thePrintFileIsWrittenAsItGrows() throws IOException {
        long[] written = new long[1];
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                written[0]++;
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                written[0] += length;
            }
        };
        try (CredentialPrintFile file = new CredentialPdf().printFile(counting, PRINTED_ON)) {
            long before = 0;
            for (int page = 0; page < 200; page++) {
                file.add(Specimens.credential("FAMILLE" + page, Specimens.PASSWORD, 2));
                if (page % 50 == 49) {
                    assertThat(written[0]).isGreaterThan(before + 50_000);
                    before = written[0];
                }
            }
        }
    }

    @Test
    void thePrintFileHasTheSameBytesEachTime() throws IOException {
        assertThat(printFile(5)).isEqualTo(printFile(5)).isNotEqualTo(printFile(6));
    }

    private static byte[] printFile(int families) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CredentialPrintFile file = new CredentialPdf().printFile(out, PRINTED_ON)) {
            for (int i = 0; i < families; i++) {
                file.add(Specimens.credential("FAMILLE" + i, Specimens.PASSWORD, 2));
            }
        }
        return out.toByteArray();
    }

    @Test
    void withoutASheetNothingIsWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CredentialPdf().printFile(out, PRINTED_ON).close();

        assertThat(out.size()).isZero();
    }

    @Test
    void aStreamThatFailsAnywhereIsAnIoException() throws IOException {
        int whole = printFile(4).length;
        for (int room = 0; room < whole; room += 997) {
            int limit = room;
            assertThatThrownBy(() -> {
                        try (CredentialPrintFile file = new CredentialPdf().printFile(limited(limit), PRINTED_ON)) {
                            for (int i = 0; i < 4; i++) {
                                file.add(Specimens.credential("FAMILLE" + i, Specimens.PASSWORD, 2));
                            }
                        }
                    })
                    .as("disk full after %d bytes", limit)
                    .isInstanceOf(IOException.class)
                    .hasMessage("No space left on device");
        }
    }

    private static OutputStream limited(int limit) {
        return new OutputStream() {
            private int room = limit;

            @Override
            public void write(int b) throws IOException {
                if (room-- <= 0) {
                    throw new IOException("No space left on device");
                }
            }
        };
    }

    @Test
    void anImpossibleSheetCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> Specimens.credential("DUPONT", "", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CredentialSheet(
                        Specimens.OFFICE,
                        Specimens.DUPONT,
                        "parent@example.org",
                        Specimens.PASSWORD,
                        List.of(),
                        Optional.of("file:///etc/passwd"),
                        PRINTED_ON));
    }
}
