package fr.perisco.exchange.chart;

import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.reason.Unavailable;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The documents' own fonts for Java's drawing, so that charts look the same where no font is installed. Java reads a font from a
 * file; it would leave its own copy behind when the program is cut short, so that the copies are ours, and gone when closed.
 */
final class ChartFonts implements AutoCloseable {
    private static final String FOLDER = "/fr/perisco/exchange/pdf/fonts/";

    private final Path regularFile;
    private final Path boldFile;
    private final Font regular;
    private final Font bold;

    private ChartFonts(Path regularFile, Path boldFile) throws IOException, FontFormatException {
        this.regularFile = regularFile;
        this.boldFile = boldFile;
        this.regular = Font.createFont(Font.TRUETYPE_FONT, regularFile.toFile());
        this.bold = Font.createFont(Font.TRUETYPE_FONT, boldFile.toFile());
    }

    /** @throws Unavailable when this Java cannot draw */
    static ChartFonts open() {
        try {
            return new ChartFonts(copy("PeriscoSans-Regular.ttf"), copy("PeriscoSans-Bold.ttf"));
        } catch (IOException e) {
            throw new Unavailable(Reason.of("file.cannot-write", System.getProperty("java.io.tmpdir")), e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("not a font", e);
        } catch (LinkageError | InternalError e) {
            throw new Unavailable(Reason.of("chart.no-drawing"), e);
        }
    }

    private static Path copy(String name) throws IOException {
        try (InputStream in = ChartFonts.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            Path file = Files.createTempFile("perisco", ".ttf");
            boolean isWhole = false;
            try (OutputStream out = Files.newOutputStream(file)) {
                in.transferTo(out);
                isWhole = true;
            } finally {
                if (!isWhole) {
                    Files.deleteIfExists(file);
                }
            }
            return file;
        }
    }

    /** Size in points. */
    Font regular(float size) {
        return regular.deriveFont(size);
    }

    /** Size in points. */
    Font bold(float size) {
        return bold.deriveFont(size);
    }

    /** The text as it can be drawn: a square for what the font has not. */
    String drawable(String text) {
        StringBuilder drawable = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> letter == 0xA0 || letter == 0x202F ? ' ' : letter)
                .map(letter -> regular.canDisplay(letter) && !Character.isISOControl(letter) ? letter : 0x25A1)
                .forEach(drawable::appendCodePoint);
        return drawable.toString();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(regularFile);
            Files.deleteIfExists(boldFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
