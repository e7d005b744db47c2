package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.TestDatabase;
import fr.perisco.domain.Dice;
import fr.perisco.domain.invoice.PayingFamily;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.ConsumptionStore;
import fr.perisco.store.SetupStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Month ends of random towns on real databases: rules 4.6, 4.8 and 4.9 of the contract. */
class MonthEndStoreTest {
    /** On a server each has a database of its own, which takes a while to be made. */
    private static final int TOWNS = TestDatabase.isOnServer() ? 8 : 40;

    private static final YearMonth NOVEMBER = RandomTown.MONTHS.get(0);
    private static final LocalDate DECEMBER = LocalDate.of(2016, 12, 1);
    private static final LocalDate MUCH_LATER = LocalDate.of(2017, 3, 1);

    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    private static RandomTown town(Dice dice) {
        return new RandomTown(dice, EmptyDatabase.in(folder));
    }

    private static InvoiceRun.Order order(YearMonth month, @Nullable String expect) {
        return new InvoiceRun.Order(month, null, null, expect, true);
    }

    private static <T> T at(RandomTown town, LocalDate day, Function<Office, T> work) {
        try (Office office = town.openAt(day)) {
            return work.apply(office);
        }
    }

    @Test
    void threeMonthEndsOfAnyTownComeOutToTheCent() {
        Dice.rolls(TOWNS, dice -> ThreeMonthEnds.comeOutToTheCent(town(dice), dice));
    }

    @Test
    void aRehearsalShowsTheSameAndWritesNothing() {
        Dice.rolls(3, dice -> {
            RandomTown town = town(dice);
            byte[] before = town.database().content();
            InvoiceRun.Report rehearsed;
            try (Office office = town.openAt(DECEMBER.atTime(8, 0), true)) {
                rehearsed = new InvoiceRun(office).run(order(NOVEMBER, null));
            }
            assertThat(town.database().content()).isEqualTo(before);
            InvoiceRun.Report run = at(town, DECEMBER, office -> new InvoiceRun(office).run(order(NOVEMBER, null)));
            assertThat(run.invoices()).isNotEmpty().isEqualTo(rehearsed.invoices());
            assertThat(run.month().fingerprint()).isEqualTo(rehearsed.month().fingerprint());
        });
    }

    @Test
    void aRunThatIsRefusedWritesNothing() {
        Dice.rolls(3, dice -> {
            RandomTown town = town(dice);
            at(
                    town,
                    DECEMBER,
                    office -> office.act("setup", null, journal -> {
                        new SetupStore(office.database()).save("invoice.number", "F{office}{yy}{mm}{seq:1}");
                        return null;
                    }));
            byte[] before = town.database().content();
            assertRefused(town, DECEMBER, order(NOVEMBER, null), "invoice.series-full");
            assertRefused(town, DECEMBER.minusDays(1), order(NOVEMBER, null), "invoice.month-not-over");
            assertRefused(town, DECEMBER, order(NOVEMBER, "0123456789abcdef"), "invoice.changed-since-preview");
            assertThat(town.database().content()).isEqualTo(before);
        });
    }

    private static void assertRefused(RandomTown town, LocalDate day, InvoiceRun.Order order, String reason) {
        assertThatThrownBy(() -> at(town, day, office -> new InvoiceRun(office).run(order)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anUndecidedRequestHoldsUpItsFamilyButNoInvoiceThatIsIssued() {
        Dice.rolls(3, dice -> {
            RandomTown town = town(dice);
            YearMonth december = NOVEMBER.plusMonths(1);
            InvoiceRun.Report run = at(town, DECEMBER, office -> new InvoiceRun(office).run(order(NOVEMBER, null)));
            String family = run.month().plan().drafts().get(0).family().code();
            town.ask(family, NOVEMBER.atDay(14));
            town.ask(family, december.atDay(12));
            try (Office office = town.openAt(december.plusMonths(1).atDay(1))) {
                assertThat(new InvoiceRun(office)
                                .run(order(NOVEMBER, null))
                                .month()
                                .plan()
                                .setAside())
                        .isEqualTo(run.month().plan().setAside());
                MonthPlan next = new InvoicePreview(office).of(december, null, null);
                assertThat(next.plan().setAside()).contains(family);
                assertThat(next.plan().drafts())
                        .noneMatch(draft -> draft.family().code().equals(family));
            }
        });
    }

    @Test
    void aQuotientDatedInAnInvoicedMonthCountsFromTheNext() {
        Dice.rolls(3, dice -> {
            RandomTown town = town(dice);
            InvoiceRun.Report run = at(town, DECEMBER, office -> new InvoiceRun(office).run(order(NOVEMBER, null)));
            PayingFamily invoiced = run.month().plan().drafts().get(0).family();
            LocalDate inNovember = NOVEMBER.atDay(15);
            assertThat(countsFrom(town, invoiced, inNovember, false)).isEqualTo(DECEMBER);
            assertThat(countsFrom(town, invoiced, DECEMBER.plusDays(8), false)).isEqualTo(DECEMBER.plusDays(8));
            assertThat(countsFrom(town, invoiced, inNovember, true)).isEqualTo(inNovember);
        });
    }

    /** Loads a quotient of this date from a families file, and tells from which day it counts. */
    private static LocalDate countsFrom(RandomTown town, PayingFamily family, LocalDate from, boolean retroactive) {
        String file = """
                family;family_name;quotient;quotient_from;resident;guardian_civility;guardian_last_name;\
                guardian_first_name;guardian_email;guardian_phone;guardian2_civility;guardian2_last_name;\
                guardian2_first_name;guardian2_email;guardian2_phone;address;postcode;city;child;child_last_name;\
                child_first_name;birth_date;sex;school;class;diet;vaccines_until
                %s;%s;777.77;%s;yes;;NOM;;;;;;;;;;;;E9999;NOM;Enfant;2010-01-01;;;;;
                """.formatted(family.code(), family.name(), from);
        return at(town, DECEMBER.plusDays(20), office -> {
            ImportFile families = new ImportFile(file.getBytes(StandardCharsets.UTF_8), "families.csv", null);
            new FamilyImport(office).load(families, retroactive);
            return office.read(() -> new ConsumptionStore(office.database())
                    .payingFamily(family.id())
                    .quotients()
                    .datedOn(from)
                    .orElseThrow()
                    .countsFrom());
        });
    }

    @Test
    void aSeriesNeverGoesBackInTime() {
        Dice.rolls(3, dice -> {
            RandomTown town = town(dice);
            LocalDate fifth = DECEMBER.plusDays(4);
            at(town, fifth, office -> new InvoiceRun(office).run(order(NOVEMBER, null)));
            InvoiceRun.Order backdated =
                    new InvoiceRun.Order(NOVEMBER.plusMonths(1), fifth.minusDays(1), null, null, true);
            assertRefused(town, LocalDate.of(2017, 1, 2), backdated, "invoice.issue-date-before-series");
            InvoiceRun.Order sameDay = new InvoiceRun.Order(NOVEMBER.plusMonths(1), fifth, null, null, true);
            InvoiceRun.Report continued =
                    at(town, LocalDate.of(2017, 1, 2), office -> new InvoiceRun(office).run(sameDay));
            int already = at(town, fifth, office -> new IssuedInvoices(office).list(of(NOVEMBER)))
                    .size();
            assertThat(continued.invoices().get(0)).isEqualTo("F051612%04d".formatted(already + 1));
        });
    }

    private static IssuedInvoices.Filter of(@Nullable YearMonth month) {
        return new IssuedInvoices.Filter(month, null, null, null, null, null, false);
    }
}
