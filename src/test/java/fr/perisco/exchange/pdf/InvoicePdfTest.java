package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.qrcode.decoder.Decoder;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import fr.perisco.domain.money.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {

    private static final String HEADINGS =
            "Nom prénom Inscription Intitulé Échéance Service Quantité Prix unitaire Montant";

    @Test
    void isReadInTheOrderHeadAddressTitleTableTotalsPayment() throws IOException {
        InvoiceDocument invoice =
                Specimens.invoice(List.of(Specimens.line("DUPONT Kévin", "Repas", 5, 270)), 1350, 750, 600);

        assertThat(ReadBack.of(invoice).text())
                .containsSubsequence(
                        "Service périscolaire – Maison Moureu",
                        "Rue de Borja 64110 Jurançon Tél. 05 59 98 19 89",
                        "Mme Camille DUPONT M. Julien DUPONT 12 avenue du Général de Gaulle",
                        "64110 JURANÇON",
                        "Facture n° F0516120001",
                        "Date 02/12/2016",
                        "Mois novembre 2016",
                        "Code famille FAM000123",
                        HEADINGS,
                        "DUPONT Kévin",
                        "Repas 30/11/2016",
                        "5 2,70 € 13,50 €",
                        "Total 13,50 €",
                        "Déjà réglé ou déduit 7,50 €",
                        "Solde dû 6,00 €",
                        "À payer avant le 01/01/2017",
                        "Comment payer",
                        "https://www.payfip.gouv.fr – référence F0516120001 – montant 6,00 €",
                        "Par chèque",
                        "Page 1/1");
    }

    @Test
    void amountsAreFrenchAndQuantitiesMayBeNegative() throws IOException {
        InvoiceDocument invoice = Specimens.invoice(
                List.of(
                        Specimens.line("DUPONT Kévin", "Repas", 1000, 123450),
                        Specimens.line("DUPONT Kévin", "Régularisation", -2, 270)),
                123449460,
                0,
                123449460);

        assertThat(ReadBack.of(invoice).text())
                .contains("1 000 1 234,50 € 1 234 500,00 €", "-2 2,70 € -5,40 €", "Total 1 234 494,60 €")
                .doesNotContain("Déjà réglé");
    }

    @Test
    void eightyLinesRunOverPagesThatRepeatTheHeadingsAndAreCounted() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.invoice(Specimens.lines(80), 100000, 0, 100000));

        assertThat(pdf.pages()).isGreaterThan(1);
        for (int page = 1; page <= pdf.pages(); page++) {
            assertThat(pdf.text(page)).contains(HEADINGS, "F0516120001", "Page " + page + "/" + pdf.pages());
            assertThat(pdf.text(page).contains("Solde dû")).isEqualTo(page == pdf.pages());
        }
        String text = pdf.text();
        for (int i = 0; i < 80; i++) {
            assertThat(text).containsOnlyOnce("Repas n" + i + " ");
        }
    }

    @Test
    void totalsNeverStandAloneOnAPage() throws IOException {
        for (int count = 1; count <= 60; count++) {
            ReadBack pdf = ReadBack.of(Specimens.invoice(Specimens.lines(count), 100000, 0, 100000));
            assertThat(pdf.text(pdf.pages())).as("%d lines", count).contains("Repas n" + (count - 1) + " ", "Solde dû");
        }
    }

    @Test
    void longNamesWrapInsideTheirColumnAndEverythingStaysOnThePage() throws IOException {
        String name =
                "Marie-Antoinette Josèphe Jeanne de Habsbourg-Lorraine de La Rochefoucauld d’Estissac de Montmorency";
        String unbroken = "X".repeat(100);
        Recipient recipient = new Recipient(
                List.of("Mme " + name, "M. " + unbroken), List.of("Z".repeat(90), "Bâtiment C"), "64110", "JURANÇON");
        ReadBack pdf = ReadBack.of(Specimens.invoice(
                List.of(Specimens.line(name, unbroken, 1_000_000, 99_999_999), Specimens.line(unbroken, name, 1, 270)),
                100000,
                0,
                100000,
                recipient));

        assertThat(pdf.text()).contains("Montmorency", "64110 JURANÇON");
        for (int page = 1; page <= pdf.pages(); page++) {
            assertThat(pdf.places(page)).allSatisfy(place -> {
                assertThat(place.x()).isBetween(14.9f, 195f);
                assertThat(place.y()).isBetween(10f, 285f);
            });
        }
    }

    @Test
    void onlyTheAddressShowsInTheWindowOfTheEnvelope() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.invoice(Specimens.lines(5), 4050, 0, 4050));

        List<ReadBack.Place> inWindow = pdf.places(1).stream()
                .filter(place -> place.x() > 90 && place.y() > 34 && place.y() < 94)
                .toList();
        assertThat(inWindow).hasSize(Specimens.DUPONT.lines().size()).allSatisfy(place -> {
            assertThat(place.x()).isBetween(100f, 110f);
            assertThat(place.y()).isBetween(48f, 79f);
        });
    }

    @Test
    void anEmptyAddressIsFine() throws IOException {
        Recipient handedOver = new Recipient(List.of("Mme Camille DUPONT"), List.of(), "", "");

        assertThat(ReadBack.of(Specimens.invoice(Specimens.lines(1), 270, 0, 270, handedOver))
                        .text())
                .contains("8h30 à 11h30 Mme Camille DUPONT Facture n°");
    }

    @Test
    void theQrCodeAndTheLinkAreTheReadyPaymentAddress() throws Exception {
        InvoiceDocument invoice = Specimens.invoice(Specimens.lines(3), 1620, 0, 1620);
        ReadBack pdf = ReadBack.of(invoice);
        String url = invoice.payFip().orElseThrow().url();

        assertThat(new Decoder().decode(pdf.qrSquares(1)).getText()).isEqualTo(url);
        PdfArray annotations =
                (PdfArray) PdfReader.getPdfObject(pdf.reader().getPageN(1).get(PdfName.ANNOTS));
        assertThat(annotations.size()).isEqualTo(2);
        for (int i = 0; i < annotations.size(); i++) {
            PdfDictionary link = (PdfDictionary) PdfReader.getPdfObject(annotations.getPdfObject(i));
            assertThat(link.getAsDict(PdfName.A).get(PdfName.URI)).hasToString(url);
        }
    }

    @Test
    void theQrCodeDoesNotLieOnAFold() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.invoice(Specimens.lines(3), 1620, 0, 1620));

        Matcher raster =
                Pattern.compile("(\\S+) 0 0 (\\S+) (\\S+) (\\S+) cm /img").matcher(pdf.content(1));
        assertThat(raster.find()).isTrue();
        float top = Float.parseFloat(raster.group(4)) + Float.parseFloat(raster.group(2));
        float topMillimetres = (842 - top) * 25.4f / 72;
        assertThat(topMillimetres).isBetween(200f, 260f);
    }

    @Test
    void belowOneEuroItSaysThatOnlinePaymentStartsThere() throws IOException {
        assertThat(ReadBack.of(Specimens.invoice(Specimens.lines(1), 270, 200, 70))
                        .text())
                .contains("Le paiement en ligne commence à 1 €", "À l’accueil Par chèque")
                .doesNotContain("payfip");
    }

    @Test
    void withoutAReferenceItSaysHowToPayOtherwise() throws IOException {
        InvoiceDocument invoice = Specimens.withoutOnlinePayment(Specimens.invoice(Specimens.lines(1), 270, 0, 270));

        assertThat(ReadBack.of(invoice).text())
                .contains(
                        "ne peut pas être payée en ligne", "en espèces jusqu’à 300 € : Rue de Borja, 64110 Jurançon.");
    }

    @Test
    void aSettledInvoiceAsksForNothing() throws IOException {
        assertThat(ReadBack.of(Specimens.invoice(Specimens.lines(1), 270, 270, 0))
                        .text())
                .contains("Solde dû 0,00 €", "Rien à payer")
                .doesNotContain("À payer avant le", "Comment payer");
    }

    @Test
    void aCreditNoteIsNamedSoAndAsksForNothing() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.creditNote());

        assertThat(pdf.text())
                .contains(
                        "Avoir n° A0516120001", "-5 2,70 € -13,50 €", "Total -13,50 €", "Solde en votre faveur 13,50 €")
                .doesNotContain("Facture", "À payer avant le", "Comment payer");
        assertThat(pdf.info("Title")).isEqualTo("Avoir A0516120001");
    }

    @Test
    void namesOfAllEuropeAreReadBackAsTheyAre() throws IOException {
        String names = "Łukasz Nguyễn Şahin Ждан Țepeș Ελένη Őry Ħal Þór Ǧ ẞ Ї";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MissingCharacters missing = new InvoicePdf()
                .write(Specimens.invoice(List.of(Specimens.line(names, "Repas", 1, 270)), 270, 0, 270), out);

        assertThat(missing.isEmpty()).isTrue();
        assertThat(ReadBack.of(out.toByteArray()).text()).contains(names.split(" "));
    }

    @Test
    void decomposedNamesAreComposedAndRareLettersComeFromTheFallbackFont() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.invoice(
                List.of(Specimens.line("Nguye\u0302\u0303n გიორგი Արմեն", "Repas", 1, 270)), 270, 0, 270));

        assertThat(pdf.text()).contains("Nguyễn", "გიორგი", "Արմեն");
    }

    @Test
    void whatNoFontHasIsAVisibleMarkAndReported() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MissingCharacters missing = new InvoicePdf()
                .write(Specimens.invoice(List.of(Specimens.line("Zoé 😀 شهد", "Repas", 1, 270)), 270, 0, 270), out);

        assertThat(missing.codePoints()).containsExactly(0x62F, 0x634, 0x647, 0x1F600);
        assertThat(missing).hasToString("U+062F U+0634 U+0647 U+1F600");
        assertThat(ReadBack.of(out.toByteArray()).text()).contains("Zoé □ □□□");
    }

    @Test
    void controlCharactersAndChangesOfDirectionAreTakenOut() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.invoice(
                List.of(Specimens.line("DU\u202EPONT\u202C \u001b[31mKé\u0000vin\nFAUX", "Re\u00ADpas", 1, 270)),
                270,
                0,
                270));

        assertThat(pdf.text()).contains("DUPONT [31mKévin FAUX", "Repas");
    }

    @Test
    void saysItsLanguageAndShowsItsTitleAndTheDayItWasIssued() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.invoice(Specimens.lines(1), 270, 0, 270));

        assertThat(pdf.catalog().get(PdfName.LANG)).hasToString("fr-FR");
        assertThat(pdf.catalog().getAsDict(PdfName.VIEWERPREFERENCES).get(PdfName.DISPLAYDOCTITLE))
                .hasToString("true");
        assertThat(pdf.info("Title")).isEqualTo("Facture F0516120001");
        assertThat(pdf.info("CreationDate")).isEqualTo("D:20161202");
        assertThat(pdf.info("ModDate")).isEqualTo("D:20161202");
        assertThat(pdf.reader().getInfo()).doesNotContainKey("FileId");
        assertThat(pdf.catalog().contains(PdfName.METADATA)).isFalse();
    }

    @Test
    void fontsAreEmbeddedAndNothingIsFetchedFromOutside() throws IOException {
        ReadBack pdf = ReadBack.of(Specimens.invoice(Specimens.lines(1), 270, 0, 270));

        PdfDictionary fonts =
                pdf.reader().getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        for (Object key : fonts.getKeys()) {
            PdfDictionary font = fonts.getAsDict((PdfName) key);
            PdfDictionary descendant = (PdfDictionary) PdfReader.getPdfObject(
                    font.getAsArray(PdfName.DESCENDANTFONTS).getPdfObject(0));
            assertThat(descendant.getAsDict(PdfName.FONTDESCRIPTOR).contains(PdfName.FONTFILE2))
                    .isTrue();
        }
        assertThat(pdf.bytes().length).isLessThan(40_000);
    }

    @Test
    void aStreamThatFailsIsAnIoException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatThrownBy(() -> new InvoicePdf().write(Specimens.creditNote(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void anImpossibleDocumentCannotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> Specimens.invoice(List.of(), 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayFipLink("F05-1", Money.ofCents(100), "https://www.payfip.gouv.fr/"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayFipLink("F0516120001", Money.ZERO, "https://www.payfip.gouv.fr/"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayFipLink("F0516120001", Money.ofCents(100), "javascript:alert(1)"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recipient(List.of(" "), List.of(), "64110", "JURANÇON"));
    }
}
