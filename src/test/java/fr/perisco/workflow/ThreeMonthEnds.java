package fr.perisco.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.invoice.DayByDay;
import fr.perisco.domain.invoice.DayByDay.Bill;
import fr.perisco.domain.invoice.IssuedInvoice;
import fr.perisco.domain.invoice.ListedInvoice;
import fr.perisco.domain.invoice.PayingFamily;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;
import fr.perisco.store.InvoiceStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Three months of a town invoiced and paid, and all of it compared with a reckoning on paper. */
final class ThreeMonthEnds {
    private static final LocalDate MUCH_LATER = LocalDate.of(2017, 3, 1);

    private ThreeMonthEnds() {}

    static void comeOutToTheCent(RandomTown town, Dice dice) {
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
    }

    private static InvoiceRun.Order order(YearMonth month, String expect) {
        return new InvoiceRun.Order(month, null, null, expect, true);
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
        byte[] before = town.database().content();
        try (Office office = town.openAt(MUCH_LATER)) {
            for (YearMonth month : RandomTown.MONTHS) {
                assertThat(new InvoiceRun(office)
                                .run(new InvoiceRun.Order(month, null, null, null, true))
                                .invoices())
                        .isEmpty();
            }
            assertThat(new DatabaseCheck(office).findings()).isEmpty();
        }
        assertThat(town.database().content()).isEqualTo(before);
    }

    private static void balancesAreThoseOf(Ledger ledger, RandomTown town) {
        try (Office office = town.openAt(MUCH_LATER)) {
            List<ListedInvoice> listed = new IssuedInvoices(office)
                    .list(new IssuedInvoices.Filter(null, null, null, null, null, null, false));
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
}
