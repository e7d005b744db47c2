package fr.perisco.exchange.pdf;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.FontMapper;
import java.awt.Font;
import java.util.Locale;

/** The embedded fonts that stand for Java's in pictures: these are read from the same files. */
final class PictureFonts implements FontMapper {
    @Override
    public BaseFont awtToPdf(Font font) {
        boolean bold = font.getFontName(Locale.ROOT).contains("Bold");
        return (bold ? FontFile.SANS_BOLD : FontFile.SANS).font();
    }

    @Override
    public Font pdfToAwt(BaseFont font, int size) {
        throw new UnsupportedOperationException("pictures are drawn, never read");
    }
}
