package fr.perisco.exchange.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws charts; lengths are points of 1/72 inch, as on paper. */
public final class ChartPainter implements AutoCloseable {
    /** Of Okabe and Ito, told apart by the colour-blind, in an order that alternates dark and light. */
    private static final List<Color> PALETTE = List.of(
            new Color(0x1F3A5F),
            new Color(0xE69F00),
            new Color(0x009E73),
            new Color(0x8FD0F5),
            new Color(0xB24A00),
            new Color(0xF0E442),
            new Color(0x8A5A83),
            new Color(0xC9CED6));

    private static final Color TEXT = new Color(0x1B1F24);
    private static final Color MUTED = new Color(0x555E69);
    private static final Color HAIRLINE = new Color(0xD3D9E0);
    private static final double POINTS = 72 / 25.4;
    private static final float TITLE = 10;
    private static final float LETTERS = 7;
    private static final float SMALLEST = 3.5f;

    /** What the scale at the left of standing bars takes. */
    private static final double SCALE_WIDTH = 40;

    private static final double BETWEEN_SUMS = 2;
    private static final double ABOVE_BARS = 0.12;

    /** Between a text and what stands beside it. */
    private static final double GAP = 5;

    /** A layer lower than this part of the highest bar has no room for its mark. */
    private static final int LEAST_PART = 14;

    private final ChartFonts fonts = ChartFonts.open();

    /** A bar or a layer: names may be the same, places are not. */
    private record Key(int place, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Integer.compare(place, other.place);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Names of standing bars: a line a word, so that all look alike. */
    private static final class WordAxis extends CategoryAxis {
        private static final long serialVersionUID = 1;

        @Override
        @SuppressWarnings("rawtypes")
        protected TextBlock createLabel(Comparable category, float width, RectangleEdge edge, Graphics2D graphics) {
            TextBlock block = new TextBlock();
            for (String word : category.toString().split(" ")) {
                block.addLine(word, getTickLabelFont(category), getTickLabelPaint(category));
            }
            return block;
        }
    }

    /** Draws all charts of a sheet, with its top left corner in the origin. */
    public void draw(ChartSheet sheet, Graphics2D graphics) {
        for (ChartSheet.Place place : sheet.places()) {
            chart(place)
                    .draw(
                            graphics,
                            new Rectangle2D.Double(
                                    place.x() * POINTS,
                                    place.y() * POINTS,
                                    place.width() * POINTS,
                                    place.height() * POINTS));
        }
    }

    private JFreeChart chart(ChartSheet.Place place) {
        Chart chart = place.chart();
        CategoryPlot plot = new CategoryPlot(
                chart.isEmpty() ? new DefaultCategoryDataset() : layers(chart),
                nameAxis(chart),
                valueAxis(chart, place.width() * POINTS),
                bars(chart));
        plot.setOrientation(chart.upright() ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL);
        if (!chart.upright()) {
            plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        }
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(chart.upright() && !chart.isEmpty());
        plot.setRangeGridlinePaint(HAIRLINE);
        plot.setRangeGridlineStroke(new BasicStroke(0.4f));
        plot.setNoDataMessage(fonts.drawable(chart.nothing()));
        plot.setNoDataMessageFont(fonts.regular(LETTERS + 1));
        plot.setNoDataMessagePaint(MUTED);
        plot.setInsets(new RectangleInsets(2, 0, 2, 4));
        if (isLayered(chart) && !chart.isEmpty()) {
            plot.setDataset(1, sums(chart));
            plot.setRenderer(1, ends(chart, place.width() * POINTS));
            plot.setFixedLegendItems(legend(chart));
        }
        JFreeChart drawn = new JFreeChart(null, null, plot, false);
        drawn.setBackgroundPaint(Color.WHITE);
        drawn.setPadding(new RectangleInsets(2, 2, 2, 2));
        TextTitle title = new TextTitle(fonts.drawable(chart.title()), fonts.bold(TITLE));
        title.setPaint(PALETTE.get(0));
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        drawn.setTitle(title);
        if (isLayered(chart) && !chart.isEmpty()) {
            drawn.addLegend(legendTitle(plot));
        }
        return drawn;
    }

    private static boolean isLayered(Chart chart) {
        return chart.layers().stream().anyMatch(layer -> !layer.mark().isEmpty());
    }

    private CategoryDataset layers(Chart chart) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < chart.layers().size(); i++) {
            Chart.Layer layer = chart.layers().get(i);
            for (int bar = 0; bar < chart.names().size(); bar++) {
                data.addValue(layer.values().get(bar), new Key(i, layer.name()), key(chart, bar));
            }
        }
        return data;
    }

    private CategoryDataset sums(Chart chart) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int bar = 0; bar < chart.names().size(); bar++) {
            data.addValue(Long.valueOf(chart.sumOf(bar)), new Key(0, ""), key(chart, bar));
        }
        return data;
    }

    private Key key(Chart chart, int bar) {
        return new Key(bar, fonts.drawable(chart.names().get(bar)));
    }

    private CategoryAxis nameAxis(Chart chart) {
        CategoryAxis axis = chart.upright() ? new WordAxis() : new CategoryAxis();
        axis.setVisible(!chart.isEmpty());
        axis.setTickLabelFont(fonts.regular(LETTERS));
        axis.setTickLabelPaint(TEXT);
        axis.setAxisLinePaint(MUTED);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelLines(2);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryMargin(chart.upright() ? 0.2 : 0.3);
        if (!chart.upright()) {
            axis.setMaximumCategoryLabelWidthRatio(0.9f);
        }
        return axis;
    }

    private NumberAxis valueAxis(Chart chart, double width) {
        DecimalFormatSymbols french = new DecimalFormatSymbols(Locale.FRANCE);
        french.setGroupingSeparator(' ');
        NumberAxis axis = new NumberAxis();
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setNumberFormatOverride(new DecimalFormat("#,##0", french));
        axis.setTickLabelFont(fonts.regular(LETTERS));
        axis.setTickLabelPaint(MUTED);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setVisible(chart.upright() && !chart.isEmpty());
        double margin = chart.upright() ? ABOVE_BARS : besideBars(chart, width);
        axis.setUpperMargin(margin);
        axis.setLowerMargin(chart.upright() ? 0 : margin);
        return axis;
    }

    /** The room that the longest text at the end of a lying bar needs, as a part of the longest bar. */
    private double besideBars(Chart chart, double width) {
        double text = longest(chart.written(), fonts.regular(LETTERS)) + 2 * GAP;
        double names = Math.min(width / 2, longest(chart.names(), fonts.regular(LETTERS)) + 4 * GAP);
        boolean bothSides = chart.layers().stream()
                .flatMap(layer -> layer.values().stream())
                .anyMatch(value -> value < 0);
        return text / Math.max(text, width - names - (bothSides ? 2 : 1) * text);
    }

    private double longest(List<String> texts, Font font) {
        FontRenderContext exact = new FontRenderContext(null, true, true);
        return texts.stream()
                .mapToDouble(text ->
                        font.getStringBounds(fonts.drawable(text), exact).getWidth())
                .max()
                .orElse(0);
    }

    private CategoryItemRenderer bars(Chart chart) {
        BarRenderer bars = isLayered(chart) ? new StackedBarRenderer() : new BarRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(chart.upright() ? 0.05 : 0.14);
        bars.setDefaultItemLabelsVisible(true);
        bars.setDefaultItemLabelFont(fonts.regular(LETTERS));
        bars.setDefaultItemLabelPaint(TEXT);
        bars.setDefaultItemLabelGenerator(isLayered(chart) ? marks(chart) : texts(chart));
        if (isLayered(chart)) {
            ItemLabelPosition middle = new ItemLabelPosition(ItemLabelAnchor.CENTER, TextAnchor.CENTER);
            bars.setDefaultPositiveItemLabelPosition(middle);
            bars.setDefaultNegativeItemLabelPosition(middle);
        } else {
            bars.setDefaultPositiveItemLabelPosition(end(chart));
            bars.setDefaultNegativeItemLabelPosition(
                    new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        }
        bars.setDrawBarOutline(isLayered(chart));
        for (int i = 0; i < chart.layers().size(); i++) {
            Color color = PALETTE.get(i % PALETTE.size());
            bars.setSeriesPaint(i, color);
            bars.setSeriesOutlinePaint(i, Color.WHITE);
            bars.setSeriesOutlineStroke(i, new BasicStroke(0.4f));
            if (isLayered(chart)) {
                bars.setSeriesItemLabelPaint(i, isDark(color) ? Color.WHITE : TEXT);
            }
        }
        return bars;
    }

    /** Writes what each bar comes to above it; its shapes are there for their labels and have no size. */
    private CategoryItemRenderer ends(Chart chart, double width) {
        LineAndShapeRenderer ends = new LineAndShapeRenderer(false, true);
        ends.setDefaultShape(new Rectangle2D.Double());
        ends.setAutoPopulateSeriesShape(false);
        ends.setDrawOutlines(false);
        ends.setDefaultItemLabelsVisible(true);
        ends.setDefaultItemLabelFont(fitting(chart, width));
        ends.setDefaultItemLabelPaint(TEXT);
        ends.setDefaultItemLabelGenerator(texts(chart));
        ends.setDefaultPositiveItemLabelPosition(end(chart));
        return ends;
    }

    /** Letters so small that sums above neighbouring bars stand apart. */
    private Font fitting(Chart chart, double width) {
        Font font = fonts.bold(LETTERS);
        double longest = longest(chart.written(), font);
        double room = (width - SCALE_WIDTH) / chart.names().size() - BETWEEN_SUMS;
        return longest <= room ? font : fonts.bold((float) Math.max(SMALLEST, LETTERS * room / longest));
    }

    private static ItemLabelPosition end(Chart chart) {
        return chart.upright()
                ? new ItemLabelPosition(ItemLabelAnchor.OUTSIDE12, TextAnchor.BOTTOM_CENTER)
                : new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT);
    }

    private LegendItemCollection legend(Chart chart) {
        LegendItemCollection items = new LegendItemCollection();
        for (int i = 0; i < chart.layers().size(); i++) {
            Chart.Layer layer = chart.layers().get(i);
            LegendItem item = new LegendItem(
                    fonts.drawable(layer.mark() + " " + layer.name()),
                    null,
                    null,
                    null,
                    new Rectangle2D.Double(-3, -3, 6, 6),
                    PALETTE.get(i % PALETTE.size()));
            items.add(item);
        }
        return items;
    }

    private LegendTitle legendTitle(CategoryPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setItemFont(fonts.regular(LETTERS));
        legend.setItemPaint(TEXT);
        legend.setBackgroundPaint(Color.WHITE);
        legend.setPosition(RectangleEdge.BOTTOM);
        return legend;
    }

    private static boolean isDark(Color color) {
        return 299 * color.getRed() + 587 * color.getGreen() + 114 * color.getBlue() < 128_000;
    }

    private CategoryItemLabelGenerator texts(Chart chart) {
        return new Labels((layer, bar) -> fonts.drawable(chart.written().get(bar)));
    }

    private CategoryItemLabelGenerator marks(Chart chart) {
        long least = chart.most() / LEAST_PART;
        return new Labels((layer, bar) -> chart.layers().get(layer).values().get(bar) > least
                ? chart.layers().get(layer).mark()
                : "");
    }

    @FunctionalInterface
    private interface Label {
        String of(int layer, int bar);
    }

    private record Labels(Label label) implements CategoryItemLabelGenerator {
        @Override
        public String generateRowLabel(CategoryDataset data, int row) {
            return "";
        }

        @Override
        public String generateColumnLabel(CategoryDataset data, int column) {
            return "";
        }

        @Override
        public String generateLabel(CategoryDataset data, int row, int column) {
            return label.of(row, column);
        }
    }

    @Override
    public void close() {
        fonts.close();
    }
}
