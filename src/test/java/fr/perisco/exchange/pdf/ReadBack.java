package fr.perisco.exchange.pdf;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A PDF read again, as a reader of the document would. */
final class ReadBack {

    /** Where a piece of text begins, in millimetres from the top left corner of the page. */
    record Place(float x, float y) {}

    private static final float POINTS = 72f / 25.4f;
    private static final Pattern PLACE = Pattern.compile("1 0 0 1 (\\S+) (\\S+) Tm");
    private static final Pattern SQUARES = Pattern.compile("(?m)^(\\d+) (\\d+) (\\d+) 1 re$");

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

    /** The dark squares of the page's QR code. */
    boolean[][] qrSquares(int page) throws IOException {
        List<int[]> runs = SQUARES.matcher(content(page))
                .results()
                .map(run -> IntStream.rangeClosed(1, 3)
                        .map(group -> Integer.parseInt(run.group(group)))
                        .toArray())
                .collect(Collectors.toList());
        int side = runs.stream().mapToInt(run -> run[1] + 1).max().orElse(0);
        boolean[][] dark = new boolean[side][side];
        for (int[] run : runs) {
            for (int i = 0; i < run[2]; i++) {
                dark[run[1]][run[0] + i] = true;
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
