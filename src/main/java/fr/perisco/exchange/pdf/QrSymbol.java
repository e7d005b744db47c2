package fr.perisco.exchange.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.util.Map;

/** A web address to be scanned: a QR code with medium error correction, readable after a fold or a stain. */
final class QrSymbol {

    /** Light border that readers need, in squares of the code (ISO/IEC 18004). */
    private static final int QUIET_ZONE = 4;

    /**
     * The pattern laid over the code. The standard's penalty takes this one for half of our addresses, and it is
     * never far from the best; trying all eight takes twelve times as long and halves the invoices a second.
     */
    private static final Map<EncodeHintType, Integer> FIXED_MASK = Map.of(EncodeHintType.QR_MASK_PATTERN, 2);

    private final byte[][] squares;

    /** @param url ASCII, at most 1,200 characters */
    QrSymbol(String url) {
        try {
            squares = Encoder.encode(url, ErrorCorrectionLevel.M, FIXED_MASK)
                    .getMatrix()
                    .getArray();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + url.length() + " characters", e);
        }
    }

    /** Draws code and light border in a square of {@code side} millimetres; a click leads there too. */
    void draw(Sheet sheet, String url, float x, float top, float side) throws IOException {
        float square = side / (squares.length + 2 * QUIET_ZONE);
        float border = QUIET_ZONE * square;
        sheet.box(Ink.PAPER, x, top, side, side);
        sheet.raster(Ink.TEXT, squares, x + border, top + border, side - 2 * border);
        sheet.link(url, x, top, side, side);
    }
}
