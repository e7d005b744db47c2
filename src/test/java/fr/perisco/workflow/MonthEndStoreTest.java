package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.perisco.domain.Dice;
import fr.perisco.domain.invoice.DayByDay;
import fr.perisco.domain.invoice.DayByDay.Bill;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.invoice.PayingFamily;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.domain.reason.Refused;
import fr.perisco.store.ConsumptionStore;
import fr.perisco.store.InvoiceStore;
import fr.perisco.store.SetupStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Month ends of random towns on real databases: rules 4.6, 4.8 and 4.9 of the contract. */
class MonthEndStoreTest {
    private static final int TOWNS = 40;
    private static final YearMonth NOVEMBER = RandomTown.MONTHS.get(0);
    private static final LocalDate DECEMBER = LocalDate.of(2016, 12, 1);
    private static final LocalDate MUCH_LATER = LocalDate.of(2017, 3, 1);

    @TempDir(factory = MemoryFolder.class)
    static Path folder;

    private static RandomTown town(Dice dice) {
        try {
            return new RandomTown(dice, EmptyDatabase.in(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(RandomTown town) {
        try {
            return Files.readAllBytes(town.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvoiceRun.Order order(YearMonth month, @Nullable String expect) {
        return new InvoiceRun.Order(month, null, null, expect, true);
    }

    private static <T> T at(RandomTown town, LocalDate day, Function<Office, T> work) {
        try (Office office = town.openAt(day)) {
            return work.apply(office);
        }
    }

    /** Who pays what, as a ledger on paper would say: money fills a family's invoices in their order. */
    private static final class Ledger {
        private final Map<String, Long> paid = new HashMap<>();
        private final Map<String, Long> invoiced = new HashMap<>();

        void pay(String family, long cents) {
            paid.merge(family, cents, Long::sum);
        }

        /** The credit that a new invoice of this amount uses. */
        long issue(String family, long cents) {
            long before = invoiced.getOrDefault(family, 0L);
            invoiced.merge(family, cents, Long::sum);
            return Math.min(cents, Math.max(0, paid.getOrDefault(family, 0L) - before));
        }

        /** What is left to pay on each of a family's invoices. */
        List<Long> balances(String family, List<Long> amounts) {
            List<Long> balances = new ArrayList<>();
            long money = paid.getOrDefault(family, 0L);
            for (long amount : amounts) {
                long settled = Math.min(amount, money);
                money -= settled;
                balances.add(amount - settled);
            }
            return balances;
        }
    }

    @Test
    void threeMonthEndsOfAnyTownComeOutToTheCent() {
        Dice.rolls(TOWNS, dice -> {
            RandomTown town = town(dice);
            Ledger ledger = new Ledger();
            for (YearMonth month : RandomTown.MONTHS) {
                LocalDate monthEnd = month.plusMonths(1).atDay(1);
                try (Office office = town.openAt(monthEnd)) {
                    invoice(office, town, month, ledger);
                    pay(office, town, dice, ledger);
                }
            }
            nothingIsLeftToDo(town);
            balancesAreThoseOf(ledger, town);
            town.abandon();
        });
    }

    private static void invoice(Office office, RandomTown town, YearMonth month, Ledger ledger) {
        MonthPlan preview = new InvoicePreview(office).of(month, null, null);
        InvoiceRun.Report report = new InvoiceRun(office).run(order(month, preview.fingerprint()));

        List<String> families = new ArrayList<>();
        TreeSet<String> setAside = new TreeSet<>();
        for (String family : town.families().keySet()) {
            Bill bill = town.bill(family, month);
            if (bill.withoutTariff()) {
                setAside.add(family);
            } else if (!bill.lines().isEmpty()) {
                families.add(family);
            }
        }
        assertThat(new TreeSet<>(report.month().plan().setAside())).isEqualTo(setAside);

        List<IssuedInvoice> issued = issued(office, month);
        assertThat(issued).map(IssuedInvoice::familyCode).isEqualTo(families);
        LocalDate today = month.plusMonths(1).atDay(1);
        String series = "F05%02d%02d".formatted(today.getYear() % 100, today.getMonthValue());
        for (int i = 0; i < issued.size(); i++) {
            IssuedInvoice invoice = issued.get(i);
            Bill bill = town.bill(invoice.familyCode(), month);
            assertThat(invoice.number()).isEqualTo("%s%04d".formatted(series, i + 1));
            assertThat(invoice.lines()).map(DayByDay.Line::of).isEqualTo(bill.lines());
            assertThat(invoice.amount().cents()).isEqualTo(bill.cents());
            assertThat(invoice.issuedOn()).isEqualTo(today);
            assertThat(invoice.dueOn()).isEqualTo(today.plusDays(30));
            assertThat(invoice.creditUsed().cents()).isEqualTo(ledger.issue(invoice.familyCode(), bill.cents()));
        }
        assertThat(report.invoices())
                .isEqualTo(issued.stream().map(IssuedInvoice::number).toList());
        assertThat(lines(preview))
                .isEqualTo(issued.stream().map(IssuedInvoice::lines).toList());
    }

    private static List<IssuedInvoice> issued(Office office, YearMonth month) {
        return office.read(() -> {
            List<IssuedInvoice> issued = new ArrayList<>();
            new InvoiceStore(office.database()).each(month, null, issued::add);
            return issued;
        });
    }

    private static List<?> lines(MonthPlan plan) {
        return plan.plan().drafts().stream().map(draft -> draft.lines()).toList();
    }

    /** Some pay, in part, exactly or too much. */
    private static void pay(Office office, RandomTown town, Dice dice, Ledger ledger) {
        for (int i = 0; i < 4; i++) {
            String family = dice.oneOf(List.copyOf(town.families().keySet()));
            long cents = dice.oneOf(List.of(1L, 500L, 5_000L, 20_000L));
            new PaymentEntry(office)
                    .record(new PaymentEntry.Order(
                            family, Money.ofCents(cents), PaymentMethod.TRANSFER, List.of(), null, "", ""));
            ledger.pay(family, cents);
        }
    }

    private static void nothingIsLeftToDo(RandomTown town) {
        byte[] before = bytes(town);
        try (Office office = town.openAt(MUCH_LATER)) {
            for (YearMonth month : RandomTown.MONTHS) {
                assertThat(new InvoiceRun(office).run(order(month, null)).invoices())
                        .isEmpty();
            }
            assertThat(new DatabaseCheck(office).findings()).isEmpty();
        }
        assertThat(bytes(town)).isEqualTo(before);
    }

    private static void balancesAreThoseOf(Ledger ledger, RandomTown town) {
        try (Office office = town.openAt(MUCH_LATER)) {
            List<ListedInvoice> listed = new IssuedInvoices(office).list(of(null));
            Map<String, Long> open = new HashMap<>();
            for (String family : town.families().keySet()) {
                List<ListedInvoice> own = listed.stream()
                        .filter(row -> row.familyCode().equals(family))
                        .toList();
                List<Long> balances = ledger.balances(
                        family, own.stream().map(row -> row.amount().cents()).toList());
                assertThat(own).map(row -> row.balance().cents()).isEqualTo(balances);
                for (int i = 0; i < own.size(); i++) {
                    open.put(own.get(i).number(), balances.get(i));
                }
            }
            PaymentExport.References export = new PaymentExport(office).references(null, null);
            List<String> payable = listed.stream()
                    .filter(row -> open.get(row.number()) >= 100)
                    .filter(row -> !login(town, row).isEmpty())
                    .map(row -> row.number() + " " + open.get(row.number()) + " " + login(town, row))
                    .toList();
            assertThat(export.references())
                    .map(row -> row.refdet() + " " + row.montant() + " " + row.mel())
                    .isEqualTo(payable);
            long owing = open.values().stream().filter(cents -> cents > 0).count();
            assertThat(export.notPayable()).hasSize((int) owing - payable.size());
        }
    }

    private static String login(RandomTown town, ListedInvoice invoice) {
        PayingFamily family = town.families().get(invoice.familyCode());
        return family.recipient().login();
    }

    @Test
    void aRehearsalShowsTheSameAndWritesNothing() {
        Dice.rolls(3, dice -> {
            RandomTown town = town(dice);
            byte[] before = bytes(town);
            InvoiceRun.Report rehearsed;
            try (Office office = town.openAt(DECEMBER.atTime(8, 0), true)) {
                rehearsed = new InvoiceRun(office).run(order(NOVEMBER, null));
            }
            assertThat(bytes(town)).isEqualTo(before);
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
            byte[] before = bytes(town);
            assertRefused(town, DECEMBER, order(NOVEMBER, null), "invoice.series-full");
            assertRefused(town, DECEMBER.minusDays(1), order(NOVEMBER, null), "invoice.month-not-over");
            assertRefused(town, DECEMBER, order(NOVEMBER, "0123456789abcdef"), "invoice.changed-since-preview");
            assertThat(bytes(town)).isEqualTo(before);
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
            ImportFile families = new ImportFile(file.getBytes(StandardCharsets.UTF_8), "families.csv", null, null);
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
