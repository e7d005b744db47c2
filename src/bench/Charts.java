import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws what scripts/bench measured: Charts FOLDER reads its tables S.csv, M.csv and L.csv, as far as they are there. */
public final class Charts {
    private static final Map<String, Integer> FAMILIES = new LinkedHashMap<>();
    private static final Pattern LIMIT = Pattern.compile("≤ ([\\d.]+) ×");
    private static final Color PERISCO = new Color(0x1f5f8b);
    private static final Color MUST = new Color(0xd0a03c);

    static {
        FAMILIES.put("S", 400);
        FAMILIES.put("M", 20_000);
        FAMILIES.put("L", 100_000);
    }

    private Charts() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        for (String size : FAMILIES.keySet()) {
            Path table = folder.resolve(size + ".csv");
            if (Files.exists(table)) {
                tables.put(size, read(table));
            }
        }
        for (Map.Entry<String, List<Map<String, String>>> table : tables.entrySet()) {
            save(ratios(table.getKey(), table.getValue()), folder.resolve(table.getKey() + ".png"));
        }
        if (tables.size() > 1) {
            save(growth(tables), folder.resolve("growth.png"));
        }
    }

    private static List<Map<String, String>> read(Path table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(table);
        String[] header = lines.get(0).split(";", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(";", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static JFreeChart ratios(String size, List<Map<String, String>> rows) {
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        for (Map<String, String> row : rows) {
            if (!row.get("ratio").isEmpty()) {
                bars.addValue(Double.parseDouble(row.get("ratio")), "perisco", row.get("title"));
                Matcher limit = LIMIT.matcher(row.get("must"));
                bars.addValue(limit.find() ? Double.valueOf(limit.group(1)) : null, "must", row.get("title"));
            }
        }
        JFreeChart chart = ChartFactory.createBarChart(
                size + ": times the floor", null, null, bars, PlotOrientation.HORIZONTAL, true, false, false);
        CategoryPlot plot = chart.getCategoryPlot();
        LogarithmicAxis axis = new LogarithmicAxis("× the hand-written SQL, or an empty Java");
        axis.setAllowNegativesFlag(true);
        plot.setRangeAxis(axis);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setBase(0.1);
        renderer.setSeriesPaint(0, PERISCO);
        renderer.setSeriesPaint(1, MUST);
        return chart;
    }

    private static JFreeChart growth(Map<String, List<Map<String, String>>> tables) {
        Map<String, XYSeries> lines = new LinkedHashMap<>();
        tables.forEach((size, rows) -> rows.stream()
                .filter(row -> row.get("unit").equals("s") && !row.get("floor").isEmpty())
                .forEach(row -> Stream.of("perisco", "floor")
                        .filter(side -> !row.get(side).isEmpty() && Double.parseDouble(row.get(side)) > 0)
                        .forEach(side -> lines.computeIfAbsent(row.get("job") + ", " + side, XYSeries::new)
                                .add(FAMILIES.get(size).doubleValue(), Double.parseDouble(row.get(side))))));
        XYSeriesCollection dataset = new XYSeriesCollection();
        lines.values().stream().filter(line -> line.getItemCount() > 1).forEach(dataset::addSeries);
        JFreeChart chart = ChartFactory.createXYLineChart(
                "Growth with the town", "families", "seconds", dataset, PlotOrientation.VERTICAL, true, false, false);
        XYPlot plot = chart.getXYPlot();
        plot.setDomainAxis(logarithmic("families"));
        plot.setRangeAxis(logarithmic("seconds"));
        plot.setBackgroundPaint(Color.WHITE);
        plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < dataset.getSeriesCount(); i++) {
            String[] named = String.valueOf(dataset.getSeriesKey(i)).split(", ");
            if (!jobs.contains(named[0])) {
                jobs.add(named[0]);
            }
            renderer.setSeriesPaint(i, Color.getHSBColor(jobs.indexOf(named[0]) / 11f, 0.85f, 0.75f));
            renderer.setSeriesStroke(i, named[1].equals("floor") ? dashed() : new BasicStroke(2.2f));
        }
        plot.setRenderer(renderer);
        return chart;
    }

    private static LogAxis logarithmic(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setBase(10);
        axis.setNumberFormatOverride(NumberFormat.getInstance(Locale.ROOT));
        return axis;
    }

    private static BasicStroke dashed() {
        return new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
    }

    private static void save(JFreeChart chart, Path file) throws IOException {
        ChartUtils.saveChartAsPNG(file.toFile(), chart, 1100, 800);
        System.out.println(file);
    }
}
