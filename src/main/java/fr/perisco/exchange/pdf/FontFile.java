package fr.perisco.exchange.pdf;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The embedded fonts ({@code fonts/README.md} says where they come from). Each is parsed once, when first needed, and
 * then shared by all documents and threads: parsing costs more than a hundred invoices.
 */
final class FontFile {

    static final FontFile SANS = new FontFile("PeriscoSans-Regular.ttf");
    static final FontFile SANS_BOLD = new FontFile("PeriscoSans-Bold.ttf");
    static final FontFile MONO_BOLD = new FontFile("PeriscoMono-Bold.ttf");
    static final FontFile FALLBACK = new FontFile("PeriscoFallback-Regular.ttf");

    private final String fileName;
    private volatile @Nullable BaseFont parsed;

    private FontFile(String fileName) {
        this.fileName = fileName;
    }

    BaseFont font() {
        BaseFont font = parsed;
        return font != null ? font : parse();
    }

    private synchronized BaseFont parse() {
        BaseFont font = parsed;
        if (font == null) {
            try (InputStream in = FontFile.class.getResourceAsStream("fonts/" + fileName)) {
                if (in == null) {
                    throw new FileNotFoundException(fileName);
                }
                font = BaseFont.createFont(
                        fileName, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, in.readAllBytes(), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (DocumentException e) {
                throw new IllegalStateException("not a font: " + fileName, e);
            }
            font.setIncludeCidSet(false);
            font.setCompressionLevel(PdfFile.COMPRESSION);
            parsed = font;
        }
        return font;
    }
}
