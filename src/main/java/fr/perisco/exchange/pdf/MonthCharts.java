package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.report.Accounts;
import fr.perisco.domain.report.ActivityDays;
import fr.perisco.domain.report.Figure;
import fr.perisco.domain.report.MonthReport;
import fr.perisco.exchange.chart.Chart;
import fr.perisco.exchange.chart.ChartSheet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts of a month, in French: bookings per day, revenue by activity, open balances by age, payments by method. */
public final class MonthCharts {
    private static final double WIDTH = 180;
    private static final double HALF = 88;
    private static final double TALL = 84;
    private static final double LOW = 68;
    private static final double GAP = 4;

    /** More layers than that cannot be told apart, more bars have no room. */
    private static final int MOST_LAYERS = 8;

    private static final int MOST_BARS = 12;
    private static final int LONGEST_NAME = 40;

    private final MonthReport report;

    public MonthCharts(MonthReport report) {
        this.report = report;
    }

    /** All of them on one sheet, as wide as a letter's text. */
    public ChartSheet together() {
        List<Chart> charts = List.copyOf(charts().values());
        List<ChartSheet.Place> places = new ArrayList<>();
        places.add(new ChartSheet.Place(charts.get(0), 0, 0, WIDTH, TALL));
        places.add(new ChartSheet.Place(charts.get(1), 0, TALL + GAP, WIDTH, LOW));
        double height = TALL + GAP + LOW;
        if (charts.size() > 2) {
            places.add(new ChartSheet.Place(charts.get(2), 0, height + GAP, HALF, LOW));
            places.add(new ChartSheet.Place(charts.get(3), WIDTH - HALF, height + GAP, HALF, LOW));
            height += GAP + LOW;
        }
        return new ChartSheet(WIDTH, height, places);
    }

    /** Each of them, by the name of its file. */
    public Map<String, ChartSheet> apart() {
        Map<String, ChartSheet> sheets = new LinkedHashMap<>();
        charts().forEach((name, chart) -> sheets.put(
                report.scope().month() + "-" + name + ".png",
                ChartSheet.of(chart, WIDTH, chart.upright() ? TALL : LOW)));
        return sheets;
    }

    private Map<String, Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("reservations", bookings());
        charts.put("recettes", revenue());
        Accounts accounts = report.accounts();
        if (accounts != null) {
            charts.put("restes-a-payer", balances(accounts));
            charts.put("encaissements", payments(accounts));
        }
        return charts;
    }

    private String title(String chart) {
        return DocumentWords.text(
                "month.chart." + chart, FrenchForms.month(report.scope().month()), FrenchForms.day(report.asOf()));
    }

    private static String nothing(String chart) {
        return DocumentWords.text("month.chart." + chart + ".none");
    }

    private Chart bookings() {
        List<Integer> days = report.bookedDays();
        List<ActivityDays> activities = report.bookedActivities();
        List<Chart.Layer> layers = new ArrayList<>();
        boolean all = activities.size() <= MOST_LAYERS;
        int shown = all ? activities.size() : MOST_LAYERS - 1;
        for (int i = 0; i < shown; i++) {
            ActivityDays activity = activities.get(i);
            layers.add(new Chart.Layer(shortened(activity.label()), mark(i), values(days, List.of(activity))));
        }
        if (!all) {
            layers.add(new Chart.Layer(
                    DocumentWords.text("month.other-activities"),
                    mark(shown),
                    values(days, activities.subList(shown, activities.size()))));
        }
        return new Chart(
                title("bookings"),
                true,
                days.stream()
                        .map(day -> FrenchForms.shortDay(report.scope().month().atDay(day)))
                        .toList(),
                layers,
                days.stream()
                        .map(day -> FrenchForms.count(report.whole().counts().bookedOn(day)))
                        .toList(),
                nothing("bookings"));
    }

    private static String mark(int layer) {
        return String.valueOf((char) ('A' + layer));
    }

    private static List<Long> values(List<Integer> days, List<ActivityDays> activities) {
        return days.stream()
                .map(day -> activities.stream()
                        .mapToLong(activity -> activity.counts().bookedOn(day))
                        .sum())
                .toList();
    }

    private Chart revenue() {
        List<Figure> sorted = report.activityRevenue().stream()
                .sorted((one, other) -> other.amount().compareTo(one.amount()))
                .toList();
        List<Figure> shown = sorted;
        if (sorted.size() > MOST_BARS) {
            List<Figure> others = sorted.subList(MOST_BARS - 1, sorted.size());
            shown = new ArrayList<>(sorted.subList(0, MOST_BARS - 1));
            shown.add(new Figure(
                    "others",
                    DocumentWords.text("month.other-activities"),
                    Figure.count(others),
                    Figure.amount(others)));
        }
        return bars(
                "revenue",
                shown.stream().map(figure -> shortened(figure.label())).toList(),
                shown.stream().map(Figure::amount).toList(),
                shown.stream()
                        .map(figure -> FrenchForms.amount(figure.amount()))
                        .toList());
    }

    private Chart balances(Accounts accounts) {
        return bars(
                "balances",
                accounts.balances().stream()
                        .map(figure -> DocumentWords.text("month.age." + figure.key()))
                        .toList(),
                accounts.balances().stream().map(Figure::amount).toList(),
                accounts.balances().stream()
                        .map(figure -> written(figure.amount(), figure.count()))
                        .toList());
    }

    private Chart payments(Accounts accounts) {
        return bars(
                "payments",
                accounts.payments().stream()
                        .map(of -> DocumentWords.text("method." + of.method().code()))
                        .toList(),
                accounts.payments().stream().map(of -> of.received()).toList(),
                accounts.payments().stream()
                        .map(of -> written(of.received(), of.payments()))
                        .toList());
    }

    private Chart bars(String chart, List<String> names, List<Money> amounts, List<String> written) {
        return new Chart(
                title(chart),
                false,
                names,
                List.of(new Chart.Layer(
                        "", "", amounts.stream().map(Money::cents).toList())),
                written,
                nothing(chart));
    }

    private static String written(Money amount, int count) {
        return FrenchForms.amount(amount) + " (" + FrenchForms.count(count) + ")";
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
