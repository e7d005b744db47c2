package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PDF read again, as a reader of the document would. */
final class ReadBack {

    /** Where a piece of text begins, in millimetres from the top left corner of the page. */
    record Place(float x, float y) {}

    private static final float POINTS = 72f / 25.4f;
    private static final Pattern PLACE = Pattern.compile("1 0 0 1 (\\S+) (\\S+) Tm");

    private final byte[] bytes;
    private final PdfReader reader;

    private ReadBack(byte[] bytes, PdfReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    static ReadBack of(byte[] pdf) throws IOException {
        return new ReadBack(pdf, new PdfReader(pdf));
    }

    static ReadBack of(InvoiceDocument invoice) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new InvoicePdf().write(invoice, out);
        return of(out.toByteArray());
    }

    static ReadBack of(CredentialSheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CredentialPdf().write(sheet, out);
        return of(out.toByteArray());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    PdfReader reader() {
        return reader;
    }

    int pages() {
        return reader.getNumberOfPages();
    }

    /** The words of a page in their order, one space between. */
    String text(int page) throws IOException {
        return new PdfTextExtractor(reader)
                .getTextFromPage(page)
                .replaceAll("\\s+", " ")
                .strip();
    }

    String text() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int page = 1; page <= pages(); page++) {
            texts.add(text(page));
        }
        return String.join(" ", texts);
    }

    String content(int page) throws IOException {
        return new String(reader.getPageContent(page), StandardCharsets.ISO_8859_1);
    }

    List<Place> places(int page) throws IOException {
        List<Place> places = new ArrayList<>();
        Matcher matcher = PLACE.matcher(content(page));
        while (matcher.find()) {
            places.add(new Place(
                    Float.parseFloat(matcher.group(1)) / POINTS, (842 - Float.parseFloat(matcher.group(2))) / POINTS));
        }
        return places;
    }

    /** The dark squares of the page's QR code, its only image: a stencil, painted where its bits are 0. */
    boolean[][] qrSquares(int page) throws IOException {
        PdfDictionary images =
                reader.getPageN(page).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.XOBJECT);
        assertThat(images.getKeys()).hasSize(1);
        PRStream stencil =
                (PRStream) images.getAsStream(images.getKeys().iterator().next());
        assertThat(stencil.getAsBoolean(PdfName.IMAGEMASK).booleanValue()).isTrue();
        int side = stencil.getAsNumber(PdfName.WIDTH).intValue();
        byte[] bits = PdfReader.getStreamBytes(stencil);
        int rowBytes = bits.length / side;
        boolean[][] dark = new boolean[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                dark[row][column] = (bits[row * rowBytes + column / 8] >> (7 - column % 8) & 1) == 0;
            }
        }
        return dark;
    }

    String info(String key) {
        return String.valueOf(reader.getInfo().get(key));
    }

    PdfDictionary catalog() {
        return reader.getCatalog();
    }

    String trailerIdentifier() {
        return String.valueOf(reader.getTrailer().get(PdfName.ID));
    }
}
