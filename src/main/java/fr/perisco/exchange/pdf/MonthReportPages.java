package fr.perisco.exchange.pdf;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.report.Accounts;
import fr.perisco.domain.report.ActivityDays;
import fr.perisco.domain.report.DayOutcome;
import fr.perisco.domain.report.Figure;
import fr.perisco.domain.report.MethodPayments;
import fr.perisco.domain.report.MonthReport;
import fr.perisco.domain.report.TariffRevenue;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.exchange.chart.ChartPainter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages of a month's report: figures in sections, each with its total, then a page of charts. */
final class MonthReportPages {
    private static final float LETTERS = 8.5f;
    private static final float CHARTS_TOP = 32;

    private final MonthReport report;
    private final OfficeHead head;
    private final String schoolName;
    private final String activityLabel;
    private final Typesetter typesetter = new Typesetter();
    private final Grid grid;
    private final List<ListPages.Line> lines = new ArrayList<>();

    MonthReportPages(MonthReport report, OfficeHead head, String schoolName, String activityLabel) {
        this.report = report;
        this.head = head;
        this.schoolName = schoolName;
        this.activityLabel = activityLabel;
        this.grid = new Grid(
                typesetter,
                List.of(column("figure", 116, false), column("count", 26, true), column("amount", 38, true)),
                LETTERS);
    }

    private static Grid.Column column(String key, float width, boolean number) {
        return new Grid.Column(word("column." + key), width, number);
    }

    private static String word(String key, String... values) {
        return DocumentWords.text("month." + key, values);
    }

    MissingCharacters drawTo(PdfFile file) throws IOException {
        addDays();
        addRevenue();
        Accounts accounts = report.accounts();
        if (accounts != null) {
            addBalances(accounts);
            addPayments(accounts);
        }
        ListPages pages = new ListPages(typesetter, titles(), grid, lines);
        int count = pages.count() + 1;
        pages.drawTo(file, count);
        drawCharts(file.nextPage(), count);
        return typesetter.missingCharacters();
    }

    private ListPages.Titles titles() {
        List<String> about = new ArrayList<>();
        if (!activityLabel.isEmpty()) {
            about.add(word("activity", activityLabel));
        }
        if (!schoolName.isEmpty()) {
            about.add(word("school", schoolName));
        }
        return new ListPages.Titles(office(), title(), about, legend());
    }

    /** Who reports: name, address and how to reach them, as far as known. */
    private String office() {
        return Stream.of(head.name(), head.addressInOneLine(), head.contactInOneLine())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" – "));
    }

    private String title() {
        return word("title", FrenchForms.month(report.scope().month()));
    }

    private String legend() {
        return word("legend", FrenchForms.dayInWords(report.asOf()));
    }

    private void drawCharts(Sheet sheet, int page) {
        new TextBlock()
                .add(office(), Typeface.REGULAR, Ink.MUTED, 9)
                .gap(0.8f)
                .add(title(), Typeface.BOLD, Ink.ACCENT, 17)
                .draw(sheet, typesetter, LetterPaper.LEFT, 11, LetterPaper.WIDTH, CHARTS_TOP - 13);
        try (ChartPainter painter = new ChartPainter()) {
            sheet.picture(
                    LetterPaper.LEFT,
                    CHARTS_TOP,
                    graphics -> painter.draw(new MonthCharts(report).together(), graphics));
        }
        String number = Integer.toString(page);
        new LetterPaper(typesetter).drawFooter(sheet, legend(), DocumentWords.text("page", number, number));
    }

    private void addDays() {
        heading(word("section.days"));
        ActivityDays whole = report.whole();
        Integer open = whole.openDays();
        row(word("open-days"), open == null ? "–" : FrenchForms.count(open), "");
        row(word("children"), whole.children());
        row(word("families"), whole.families());
        for (DayOutcome outcome : DayOutcome.values()) {
            row(word("outcome." + outcome.code()), whole.counts().of(outcome));
        }
        heading(word("section.booked"));
        report.bookedActivities()
                .forEach(activity -> row(activity.label(), activity.counts().of(DayOutcome.BOOKED)));
        total(FrenchForms.count(whole.counts().of(DayOutcome.BOOKED)), "");
    }

    private void addRevenue() {
        figures("documents", "document.", report.documents());
        figures("parts", "part.", report.parts());
        heading(word("section.activities"));
        report.activityRevenue().forEach(figure -> row(figure.label(), figure.count(), figure.amount()));
        total(report.activityRevenue());
        heading(word("section.tariffs"));
        int quantity = 0;
        Money amount = Money.ZERO;
        for (TariffRevenue row : report.tariffRevenue()) {
            row(nameOf(row), row.quantity(), row.amount());
            quantity += row.quantity();
            amount = amount.plus(row.amount());
        }
        total(FrenchForms.count(quantity), FrenchForms.amount(amount));
    }

    private static String nameOf(TariffRevenue row) {
        Tariff tariff = row.tariff();
        List<String> parts = new ArrayList<>();
        parts.add(row.unit().activity().label() + " – " + row.unit().label());
        parts.add(word("tariff.since", FrenchForms.day(tariff.validFrom())));
        parts.add(word("tariff.quotient", FrenchForms.amount(tariff.quotientFrom())));
        if (tariff.residency() != Residency.BOTH) {
            parts.add(word("tariff.resident-" + tariff.residency().code()));
        }
        if (!tariff.conditions().isNone()) {
            parts.add(tariff.conditions().written());
        }
        if (row.surcharge()) {
            parts.add(word("tariff.surcharge", FrenchForms.amount(tariff.unbookedSurcharge())));
        } else {
            parts.add(tariff.ratePercent()
                    .map(rate -> word("tariff.rate", rate.replace('.', ',')))
                    .orElseGet(() -> FrenchForms.amount(tariff.highestPrice())));
        }
        return String.join(", ", parts);
    }

    private void addBalances(Accounts accounts) {
        figures("balances", "age.", accounts.balances());
    }

    private void addPayments(Accounts accounts) {
        heading(word("section.payments"));
        int count = 0;
        Money total = Money.ZERO;
        for (MethodPayments of : accounts.payments()) {
            String method = DocumentWords.text("method." + of.method().code());
            if (of.payments() > 0) {
                row(method, of.payments(), of.received());
            }
            if (of.refunds() > 0) {
                row(word("refunds", method), of.refunds(), of.refunded().negated());
            }
            if (of.bounces() > 0) {
                row(word("bounces", method), of.bounces(), of.bounced().negated());
            }
            count += of.payments() + of.refunds() + of.bounces();
            total = total.plus(of.total());
        }
        total(FrenchForms.count(count), FrenchForms.amount(total));
    }

    private void figures(String section, String words, List<Figure> figures) {
        heading(word("section." + section, FrenchForms.day(report.asOf())));
        figures.forEach(figure -> row(word(words + figure.key()), figure.count(), figure.amount()));
        total(figures);
    }

    private void heading(String text) {
        lines.add(new ListPages.Line(grid.wideRow(text, ""), true, ListPages.Marks.NONE));
    }

    private void row(String name, int count) {
        row(name, FrenchForms.count(count), "");
    }

    private void row(String name, int count, Money amount) {
        row(name, FrenchForms.count(count), FrenchForms.amount(amount));
    }

    private void row(String name, String count, String amount) {
        lines.add(ListPages.Line.of(grid.row(List.of(name, count, amount), false)));
    }

    private void total(List<Figure> figures) {
        total(FrenchForms.count(Figure.count(figures)), FrenchForms.amount(Figure.amount(figures)));
    }

    private void total(String count, String amount) {
        lines.add(ListPages.Line.of(grid.strongRow(List.of(word("total"), count, amount))));
    }
}
