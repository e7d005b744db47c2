package fr.perisco.exchange.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.ExceptionConverter;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * A PDF of A4 pages, written as it grows: a page goes out when the next one begins. Says its language and shows its
 * title; its dates are the day it was issued, its identifier is a fingerprint of its content. Claims no conformance
 * (PDF/A, PDF/UA).
 */
final class PdfFile {

    /** Deflate's fastest level: the usual one costs half as much time again for files 7 % smaller. */
    static final int COMPRESSION = 1;

    private static final String LANGUAGE = "fr-FR";

    private final OutputStream out;
    private final String title;
    private final LocalDate issuedOn;
    private final DigestOutputStream digested;
    private final Document document = new Document(PageSize.A4);
    private final SteadyPdfWriter writer;
    private int pages;

    /** Writes nothing before the first page. The stream is flushed in the end, never closed. */
    PdfFile(OutputStream out, String title, LocalDate issuedOn) {
        this.out = out;
        this.title = PrintableText.of(title);
        this.issuedOn = issuedOn;
        digested = new DigestOutputStream(out, fingerprint());
        writer = SteadyPdfWriter.on(document, digested);
        writer.setCloseStream(false);
        writer.setCompressionLevel(COMPRESSION);
    }

    /**
     * Begins a page; the one before is finished.
     *
     * @throws IOException when the stream can't be written
     */
    Sheet nextPage() throws IOException {
        writing(() -> {
            if (pages == 0) {
                document.open();
            } else {
                document.newPage();
            }
        });
        pages++;
        return new Sheet(writer.getDirectContent());
    }

    /**
     * Finishes the file. Without any page there is no file: nothing is written.
     *
     * @throws IOException when the stream can't be written
     */
    void finish() throws IOException {
        if (pages == 0) {
            return;
        }
        writing(() -> {
            document.newPage();
            writer.flush();
            describe();
            document.close();
        });
        out.flush();
    }

    private void describe() {
        String day = "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(issuedOn);
        MessageDigest fingerprint = digested.getMessageDigest();
        fingerprint.update((title + day).getBytes(StandardCharsets.UTF_8));
        writer.identifyBy(fingerprint.digest());
        document.addTitle(title);
        writer.getInfo().put(PdfName.CREATIONDATE, new PdfString(day));
        writer.getInfo().put(PdfName.MODDATE, new PdfString(day));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(LANGUAGE));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    }

    /** OpenPDF wraps the stream's exception; it comes out again as what it was. */
    private static void writing(Runnable task) throws IOException {
        try {
            task.run();
        } catch (ExceptionConverter e) {
            Exception cause = e;
            while (cause instanceof ExceptionConverter wrapped) {
                cause = wrapped.getException();
            }
            if (cause instanceof IOException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static MessageDigest fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
