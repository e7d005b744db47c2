package fr.perisco.exchange.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfDocument;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfIndirectObject;
import com.lowagie.text.pdf.PdfIndirectReference;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * OpenPDF's writer without its dice: it draws the prefix of each embedded font subset and the file identifier at
 * random. Here both come from a fingerprint of the content, so that the same content gives the same bytes.
 */
final class SteadyPdfWriter extends PdfWriter {

    private static final int PREFIX_LENGTH = 6;

    private String subsetPrefix = "AAAAAA";
    private @Nullable PdfObject fileIdentifier;

    private SteadyPdfWriter(PdfDocument layout, OutputStream out) {
        super(layout, out);
    }

    static SteadyPdfWriter on(Document document, OutputStream out) {
        try {
            PdfDocument layout = new PdfDocument();
            document.addDocListener(layout);
            SteadyPdfWriter writer = new SteadyPdfWriter(layout, out);
            layout.addWriter(writer);
            return writer;
        } catch (DocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * To be called when the last page is drawn, before closing: fonts and trailer are written then.
     *
     * @param fingerprint at least 16 bytes
     */
    void identifyBy(byte[] fingerprint) {
        StringBuilder prefix = new StringBuilder(PREFIX_LENGTH);
        for (int i = 0; i < PREFIX_LENGTH; i++) {
            prefix.append((char) ('A' + (fingerprint[i] & 0xFF) % 26));
        }
        subsetPrefix = prefix.toString();
        fileIdentifier = PdfEncryption.createInfoId(fingerprint, fingerprint);
        getInfo().put(PdfName.FILEID, fileIdentifier);
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object) throws IOException {
        return super.addToBody(withSteadyPrefix(object));
    }

    @Override
    public PdfIndirectObject addToBody(PdfObject object, PdfIndirectReference ref) throws IOException {
        return super.addToBody(withSteadyPrefix(object), ref);
    }

    /** OpenPDF takes the identifier from the information dictionary, where it has no place in the file. */
    @Override
    public PdfIndirectObject addToBody(PdfObject object, boolean inObjStm) throws IOException {
        if (object != getInfo() || fileIdentifier == null) {
            return super.addToBody(object, inObjStm);
        }
        getInfo().remove(PdfName.FILEID);
        PdfIndirectObject written = super.addToBody(object, inObjStm);
        getInfo().put(PdfName.FILEID, fileIdentifier);
        return written;
    }

    private PdfObject withSteadyPrefix(PdfObject object) {
        if (object instanceof PdfDictionary dictionary) {
            rename(dictionary, PdfName.FONTNAME);
            rename(dictionary, PdfName.BASEFONT);
        }
        return object;
    }

    private void rename(PdfDictionary dictionary, PdfName key) {
        if (dictionary.get(key) instanceof PdfName name) {
            String text = PdfName.decodeName(name.toString());
            if (text.indexOf('+') == PREFIX_LENGTH) {
                dictionary.put(key, new PdfName(subsetPrefix + text.substring(PREFIX_LENGTH)));
            }
        }
    }
}
