package fr.perisco.exchange.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes charts as a PNG, 200 dots to the inch. */
public final class ChartPicture {
    private static final int DOTS_PER_INCH = 200;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;

    private ChartPicture() {}

    /** @throws IOException when {@code out} can't be written */
    public static void write(ChartSheet sheet, OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage(dots(sheet.width()), dots(sheet.height()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try (ChartPainter painter = new ChartPainter()) {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.scale(DOTS_PER_INCH / POINTS_PER_INCH, DOTS_PER_INCH / POINTS_PER_INCH);
            painter.draw(sheet, graphics);
        } finally {
            graphics.dispose();
        }
        try (ImageOutputStream png = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", png);
        }
    }

    private static int dots(double millimetres) {
        return (int) Math.round(millimetres / MILLIMETRES_PER_INCH * DOTS_PER_INCH);
    }
}
