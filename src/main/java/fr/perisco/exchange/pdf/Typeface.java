package fr.perisco.exchange.pdf;

import com.lowagie.text.pdf.BaseFont;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A face of our letters, with the fonts that are asked in turn for a character. */
final class Typeface {

    static final Typeface REGULAR = new Typeface(FontFile.SANS, FontFile.FALLBACK);
    static final Typeface BOLD = new Typeface(FontFile.SANS_BOLD, FontFile.FALLBACK);
    static final Typeface MONO = new Typeface(FontFile.MONO_BOLD, FontFile.SANS_BOLD, FontFile.FALLBACK);

    private final List<FontFile> files;

    private Typeface(FontFile... files) {
        this.files = List.of(files);
    }

    /** The first font that has the character; null when none has. */
    @Nullable
    BaseFont fontFor(int codePoint) {
        for (FontFile file : files) {
            if (file.font().charExists(codePoint)) {
                return file.font();
            }
        }
        return null;
    }
}
