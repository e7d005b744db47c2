package fr.perisco.exchange.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.activity.Activity;
import fr.perisco.domain.activity.NumberRange;
import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.calendar.NoticePeriod;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.report.Accounts;
import fr.perisco.domain.report.ActivityDays;
import fr.perisco.domain.report.Age;
import fr.perisco.domain.report.DayCounts;
import fr.perisco.domain.report.Figure;
import fr.perisco.domain.report.MethodPayments;
import fr.perisco.domain.report.MonthReport;
import fr.perisco.domain.report.MonthScope;
import fr.perisco.domain.report.TariffRevenue;
import fr.perisco.domain.reservation.ReservationMonth;
import fr.perisco.domain.tariff.Residency;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffConditions;
import fr.perisco.exchange.chart.ChartPicture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthReportPdfTest {
    private static final YearMonth NOVEMBER = YearMonth.of(2016, 11);
    private static final LocalDate TODAY = LocalDate.of(2016, 12, 20);
    private static final String LONG = "Accueil de loisirs ŒÜVRÉ ".repeat(4);

    /** Activities of one unit and one tariff row each; activity i has i children on each day and i euros. */
    private static MonthReport report(int activities, String label) {
        DayCounts all = new DayCounts();
        List<ActivityDays> days = new ArrayList<>();
        List<Figure> revenue = new ArrayList<>();
        List<TariffRevenue> tariffs = new ArrayList<>();
        for (int i = 1; i <= activities; i++) {
            ReservationMonth sets = ReservationMonth.empty(NOVEMBER, i, 0).bookByHand(DaySet.allOf(NOVEMBER));
            DayCounts counts = new DayCounts();
            counts.add(sets, i);
            all.add(sets, i);
            days.add(new ActivityDays("A" + i, label + i, 30, i, i, counts));
            revenue.add(new Figure("A" + i, label + i, 30 * i, Money.ofCents(100L * i)));
            tariffs.add(new TariffRevenue(unit(i, label), tariff(i), false, 30 * i, Money.ofCents(100L * i)));
        }
        Money total = Figure.amount(revenue);
        return new MonthReport(
                new MonthScope(NOVEMBER, null, null),
                TODAY,
                new ActivityDays("", "", 30, activities, activities, all),
                days,
                List.of(new Figure("invoice", "", activities, total)),
                List.of(new Figure("days", "", Figure.count(revenue), total)),
                revenue,
                tariffs,
                new Accounts(
                        Stream.of(Age.values())
                                .map(age -> new Figure(age.code(), "", 0, Money.ZERO))
                                .toList(),
                        List.of(MethodPayments.none(PaymentMethod.CASH)
                                .withPayments(2, Money.ofCents(123_456))
                                .withRefunds(1, Money.ofCents(400)))));
    }

    private static Unit unit(int id, String label) {
        Activity activity = new Activity(
                id,
                "A" + id,
                label + id,
                "",
                null,
                LocalDate.of(2016, 9, 1),
                LocalDate.of(2017, 7, 7),
                NoticePeriod.NONE,
                NoticePeriod.NONE,
                NumberRange.ANY);
        return new Unit(id, activity, "U", "Repas", false, List.of());
    }

    private static Tariff tariff(int id) {
        return new Tariff(
                id,
                id,
                LocalDate.of(2016, 9, 1),
                Money.ZERO,
                Residency.NO,
                TariffConditions.NONE,
                Money.ofCents(100),
                null,
                null,
                null,
                Money.ZERO);
    }

    private static byte[] pdf(MonthReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new MonthReportPdf()
                        .write(report, Specimens.OFFICE, "", "", out)
                        .isEmpty())
                .isTrue();
        return out.toByteArray();
    }

    private static String lastPage(byte[] pdf) throws IOException {
        ReadBack read = ReadBack.of(pdf);
        return read.text(read.pages());
    }

    @Test
    void figuresHaveTotalsAndChartsTheirValuesInFrench() throws IOException {
        byte[] pdf = pdf(report(2, "Restauration "));
        assertThat(ReadBack.of(pdf).pages()).isEqualTo(2);
        assertThat(ReadBack.of(pdf).text(1))
                .contains(
                        "Service périscolaire – Maison Moureu",
                        "Espèces 2 1 234,56 €",
                        "Espèces : remboursements 1 -4,00 €",
                        "Total 3 1 230,56 €",
                        "tarif du 01/09/2016, QF dès 0,00 €, hors commune, 1,00 €");
        assertThat(lastPage(pdf)).contains("1 234,56 € (2)", "A Restauration 2", "B Restauration 1", "Page 2/2");
    }

    @Test
    void manyActivitiesMakeManyPagesAndTheChartsStayReadable() throws IOException {
        byte[] pdf = pdf(report(60, "Centre "));
        int pages = ReadBack.of(pdf).pages();
        assertThat(pages).isGreaterThan(4);
        assertThat(lastPage(pdf))
                .contains("H Autres activités", "A Centre 60", "Page " + pages + "/" + pages)
                .doesNotContain("Centre 20");
    }

    @Test
    void longNamesFit() throws IOException {
        assertThat(lastPage(pdf(report(3, LONG)))).contains("A Accueil de loisirs ŒÜVRÉ", "…");
    }

    @Test
    void nothingAtAllIsSaid() throws IOException {
        assertThat(lastPage(pdf(report(0, "")))).contains("Aucune réservation", "Aucune facture", "Rien ne reste");
    }

    @Test
    void theSameReportGivesTheSameBytesOnPaperAndAsPicture() throws IOException {
        assertThat(pdf(report(9, "Centre "))).isEqualTo(pdf(report(9, "Centre ")));
        assertThat(picture(report(9, "Centre "))).isEqualTo(picture(report(9, "Centre ")));
        assertThat(picture(report(9, "Centre "))).isNotEqualTo(picture(report(8, "Centre ")));
    }

    private static byte[] picture(MonthReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartPicture.write(new MonthCharts(report).together(), out);
        return out.toByteArray();
    }
}
