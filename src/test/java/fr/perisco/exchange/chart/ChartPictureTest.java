package fr.perisco.exchange.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartPictureTest {
    private static BufferedImage drawn(Chart chart) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartPicture.write(ChartSheet.of(chart, 100, 50), out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Chart bars(Long... values) {
        List<Long> all = List.of(values);
        List<String> texts = all.stream().map(String::valueOf).toList();
        return new Chart("Été", false, texts, List.of(new Chart.Layer("", "", all)), texts, "Rien");
    }

    private static long dark(BufferedImage image) {
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(dots).filter(dot -> dot == 0xFF1F3A5F).count();
    }

    @Test
    void barsAreAsLongAsTheirValues() throws IOException {
        BufferedImage image = drawn(bars(100L, 100L));
        assertThat(image.getWidth()).isEqualTo(787);
        assertThat(dark(image)).isGreaterThan(2 * dark(drawn(bars(100L, -1L))) / 3);
        assertThat(dark(drawn(bars(100L, 0L)))).isLessThan(dark(image) * 2 / 3);
    }

    @Test
    void aBarLeavesRoomForTheTextAtItsEnd() throws IOException {
        String text = "1 395 507,48 € (19 999)";
        Chart chart =
                new Chart("", false, List.of("A"), List.of(new Chart.Layer("", "", List.of(1L))), List.of(text), "");
        BufferedImage image = drawn(chart);
        int bar = 0;
        int end = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 60; y < image.getHeight() - 20; y++) {
                bar = image.getRGB(x, y) == 0xFF1F3A5F ? x : bar;
                end = image.getRGB(x, y) != 0xFFFFFFFF ? x : end;
            }
        }
        assertThat(end - bar).isGreaterThan(190);
        assertThat(end).isLessThan(image.getWidth() - 20);
    }

    @Test
    void whatIsBelowZeroIsDrawnToo() throws IOException {
        assertThat(dark(drawn(bars(-100L, -50L)))).isGreaterThan(1000);
    }

    @Test
    void lettersThatNoFontHasAreDrawnAsSquares() {
        try (ChartFonts fonts = ChartFonts.open()) {
            assertThat(fonts.drawable("Été\u00A0😀\n")).isEqualTo("Été □□");
        }
    }

    @Test
    void noCopyOfAFontIsLeftBehind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = copies(temporary);
        drawn(bars(1L, 2L));
        assertThat(copies(temporary)).isEqualTo(before);
    }

    private static long copies(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".ttf"))
                    .count();
        }
    }

    @Test
    void aBarWithoutANameIsNoChart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chart("", true, List.of(), List.of(), List.of("1"), ""));
    }
}
