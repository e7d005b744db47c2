package fr.perisco.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.perisco.domain.Dice;
import fr.perisco.domain.calendar.DaySet;
import fr.perisco.domain.consumption.Consumption;
import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.invoice.DayByDay.Bill;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.reason.Reason;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffGrids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The invoices of any month are those that counting day by day gives: rule 4.6 of the contract. */
class InvoicePlanTest {
    private static final int MONTHS = 150;

    private static InvoicePlan plan(List<FamilyMonth> families, List<Tariff> tariffs, Anomaly... known) {
        return InvoicePlan.of(
                AnyMonth.NOVEMBER,
                families,
                any -> new TariffGrids(tariffs),
                new InvoiceWording("Majoration", "Régularisation", "Annulation"),
                List.of(known));
    }

    @Test
    void theLinesAreThoseOfCountingDayByDay() {
        Dice.rolls(MONTHS, dice -> {
            List<FamilyMonth> families = AnyMonth.families(dice);
            List<Tariff> tariffs = AnyMonth.tariffs(dice);
            InvoicePlan plan = plan(families, tariffs);
            DayByDay oracle = new DayByDay(tariffs, "Majoration");
            Set<String> setAside = new TreeSet<>();
            List<String> issued = new ArrayList<>();
            long total = 0;
            for (int i = families.size() - 1; i >= 0; i--) {
                FamilyMonth family = families.get(i);
                Bill bill = oracle.bill(family.family(), AnyMonth.billedDays(family));
                String code = family.family().code();
                if (bill.withoutTariff()) {
                    setAside.add(code);
                } else if (!bill.lines().isEmpty()) {
                    issued.add(code);
                    total += bill.cents();
                    DraftInvoice draft = draft(plan, code);
                    assertThat(draft.lines()).map(DayByDay.Line::of).isEqualTo(bill.lines());
                    assertThat(draft.amount().cents()).isEqualTo(bill.cents());
                }
            }
            assertThat(plan.drafts()).map(draft -> draft.family().code()).isEqualTo(issued);
            assertThat(plan.setAside()).isEqualTo(setAside);
            assertThat(plan.total().cents()).isEqualTo(total);
        });
    }

    private static DraftInvoice draft(InvoicePlan plan, String code) {
        return plan.drafts().stream()
                .filter(draft -> draft.family().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachPieceNamesTheRowAndTheQuotientThatPriceItsDays() {
        Dice.rolls(MONTHS, dice -> {
            List<FamilyMonth> families = AnyMonth.families(dice);
            List<Tariff> tariffs = AnyMonth.tariffs(dice);
            DayByDay oracle = new DayByDay(tariffs, "Majoration");
            for (DraftInvoice draft : plan(families, tariffs).drafts()) {
                for (InvoiceLine line : draft.lines()) {
                    for (LinePiece piece : line.pieces()) {
                        assertThat(piece.quantity()).isEqualTo(piece.days().size());
                        piece.days().days(AnyMonth.NOVEMBER).forEach(day -> {
                            var unit = AnyMonth.UNITS.get((int) piece.unitId() - 1);
                            DayByDay.Price price = oracle.price(draft.family(), unit, day, DayByDay.Kid.ANY)
                                    .orElseThrow();
                            FamilyQuotient quotient = price.quotient();
                            assertThat(piece.tariffId()).isEqualTo(price.row().id());
                            assertThat(piece.quotientId()).isEqualTo(quotient == null ? null : quotient.id());
                        });
                    }
                }
            }
        });
    }

    @Test
    void whatBlocksAndWhatWarnsIsSaid() {
        Dice.rolls(MONTHS, dice -> {
            List<FamilyMonth> families = AnyMonth.families(dice);
            List<Tariff> tariffs = AnyMonth.tariffs(dice);
            InvoicePlan plan = plan(families, tariffs);
            DayByDay oracle = new DayByDay(tariffs, "Majoration");
            for (FamilyMonth family : families) {
                Bill bill = oracle.bill(family.family(), AnyMonth.billedDays(family));
                List<Anomaly> own = plan.anomalies().stream()
                        .filter(anomaly ->
                                anomaly.familyCode().equals(family.family().code()))
                        .toList();
                assertThat(own.stream().anyMatch(Anomaly::blocks)).isEqualTo(bill.withoutTariff());
                assertThat(own.stream().filter(anomaly -> !anomaly.blocks()))
                        .map(anomaly -> anomaly.reason().code())
                        .isEqualTo(bill.withoutQuotient() ? List.of("anomaly.no-quotient") : List.of());
            }
            assertThat(plan.isBlocked()).isEqualTo(plan.anomalies().stream().anyMatch(Anomaly::blocks));
        });
    }

    @Test
    void theOrderInWhichThingsAreReadDoesNotMatter() {
        Dice.rolls(MONTHS, dice -> {
            List<FamilyMonth> families = AnyMonth.families(dice);
            List<Tariff> tariffs = AnyMonth.tariffs(dice);
            InvoicePlan plan = plan(families, tariffs);
            List<Tariff> otherTariffs = shuffled(dice, tariffs);
            List<FamilyMonth> otherFamilies = shuffled(dice, families).stream()
                    .map(month -> new FamilyMonth(
                            with(
                                    month.family(),
                                    new QuotientHistory(shuffled(
                                            dice, month.family().quotients().records()))),
                            shuffled(dice, month.consumed())))
                    .toList();
            InvoicePlan other = plan(otherFamilies, otherTariffs);
            assertThat(other.fingerprint("")).isEqualTo(plan.fingerprint(""));
            assertThat(other.drafts()).map(DraftInvoice::lines).isEqualTo(lines(plan));
        });
    }

    private static List<List<InvoiceLine>> lines(InvoicePlan plan) {
        return plan.drafts().stream().map(DraftInvoice::lines).toList();
    }

    private static <T> List<T> shuffled(Dice dice, List<T> list) {
        List<T> other = new ArrayList<>(list);
        Collections.shuffle(other, dice.random());
        return other;
    }

    private static PayingFamily with(PayingFamily family, QuotientHistory quotients) {
        return new PayingFamily(
                family.id(), family.code(), family.name(), family.recipient(), quotients, family.residency());
    }

    @Test
    void aKnownAnomalySetsItsFamilyAsideIfItBlocks() {
        Dice.rolls(50, dice -> {
            List<FamilyMonth> families = AnyMonth.families(dice);
            List<Tariff> tariffs = AnyMonth.tariffs(dice);
            String code = families.get(0).family().code();
            Reason reason = Reason.of("anomaly.undecided-request", code);
            InvoicePlan warned = plan(families, tariffs, new Anomaly(code, false, reason));
            InvoicePlan blocked = plan(families, tariffs, new Anomaly(code, true, reason));
            assertThat(lines(warned)).isEqualTo(lines(plan(families, tariffs)));
            assertThat(warned.fingerprint("")).isEqualTo(plan(families, tariffs).fingerprint(""));
            assertThat(blocked.setAside()).contains(code);
            assertThat(blocked.drafts())
                    .noneMatch(draft -> draft.family().code().equals(code));
            InvoicePlan absent = plan(families, tariffs, new Anomaly("F999", true, reason));
            assertThat(absent.fingerprint("")).as("who is set aside").isNotEqualTo(warned.fingerprint(""));
        });
    }

    /** What may change between a preview and the run. */
    private enum Edit {
        A_DAY {
            @Override
            FamilyMonth of(Dice dice, FamilyMonth month) {
                return each(month, consumption -> {
                    DaySet day = DaySet.of(dice.between(1, 30));
                    return consumption.billed().intersect(day).isEmpty()
                            ? new Consumption(consumption.billed().union(day), consumption.surcharged())
                            : new Consumption(
                                    consumption.billed().minus(day),
                                    consumption.surcharged().minus(day));
                });
            }
        },
        ANOTHER_DAY {
            @Override
            FamilyMonth of(Dice dice, FamilyMonth month) {
                return each(month, consumption -> {
                    DaySet unbilled = DaySet.allOf(AnyMonth.NOVEMBER).minus(consumption.billed());
                    if (unbilled.isEmpty() || !consumption.surcharged().isEmpty()) {
                        return consumption;
                    }
                    return new Consumption(
                            consumption
                                    .billed()
                                    .minus(first(consumption.billed()))
                                    .union(first(unbilled)),
                            DaySet.EMPTY);
                });
            }
        },
        A_SURCHARGE {
            @Override
            FamilyMonth of(Dice dice, FamilyMonth month) {
                return each(
                        month,
                        consumption -> new Consumption(
                                consumption.billed(),
                                dice.daysOf(AnyMonth.NOVEMBER).intersect(consumption.billed())));
            }
        },
        A_QUOTIENT {
            @Override
            FamilyMonth of(Dice dice, FamilyMonth month) {
                LocalDate from = dice.dayBetween(LocalDate.of(2016, 9, 1), LocalDate.of(2016, 12, 31));
                FamilyQuotient record = new FamilyQuotient(99, from, from, Money.ofCents(dice.between(0, 1_800_00)));
                List<FamilyQuotient> records =
                        new ArrayList<>(month.family().quotients().records());
                records.add(record);
                QuotientHistory more = new QuotientHistory(records);
                return new FamilyMonth(with(month.family(), more), month.consumed());
            }
        },
        A_MOVE {
            @Override
            FamilyMonth of(Dice dice, FamilyMonth month) {
                PayingFamily family = month.family();
                var since = new ResidencyHistory.Since(
                        dice.dayBetween(LocalDate.of(2016, 11, 15), LocalDate.of(2016, 12, 31)), dice.heads());
                return new FamilyMonth(
                        new PayingFamily(
                                family.id(),
                                family.code(),
                                family.name(),
                                family.recipient(),
                                family.quotients(),
                                new ResidencyHistory(List.of(since))),
                        month.consumed());
            }
        },
        AN_ADDRESS {
            @Override
            FamilyMonth of(Dice dice, FamilyMonth month) {
                PayingFamily family = month.family();
                return new FamilyMonth(
                        new PayingFamily(
                                family.id(),
                                family.code(),
                                family.name(),
                                new Recipient("NOM", "2 rue Neuve", "", "", ""),
                                family.quotients(),
                                family.residency()),
                        month.consumed());
            }
        },
        NOTHING {
            @Override
            FamilyMonth of(Dice dice, FamilyMonth month) {
                return month;
            }
        };

        abstract FamilyMonth of(Dice dice, FamilyMonth month);

        private static DaySet first(DaySet days) {
            return DaySet.of(days.daysOfMonth().findFirst().orElseThrow());
        }

        interface Change {
            Consumption of(Consumption before);
        }

        private static FamilyMonth each(FamilyMonth month, Change change) {
            return new FamilyMonth(
                    month.family(),
                    month.consumed().stream()
                            .map(row -> new ConsumedMonth(
                                    row.registrationId(),
                                    row.childCode(),
                                    row.childName(),
                                    row.unit(),
                                    change.of(row.consumption())))
                            .toList());
        }
    }

    /** All that the documents say, and who gets none. */
    private static String documents(InvoicePlan plan) {
        return plan.drafts().stream()
                        .map(draft -> draft.family().recipient().text() + draft.lines())
                        .collect(Collectors.joining("\n"))
                + new TreeSet<>(plan.setAside());
    }

    @Test
    void theFingerprintChangesWhenTheDocumentsDoAndNeverOtherwise() {
        Set<Edit> changed = new TreeSet<>();
        Set<Edit> unchanged = new TreeSet<>();
        Dice.rolls(400, dice -> {
            List<FamilyMonth> families = new ArrayList<>(AnyMonth.families(dice));
            List<Tariff> tariffs = AnyMonth.tariffs(dice);
            InvoicePlan before = plan(families, tariffs);
            Edit edit = dice.oneOf(List.of(Edit.values()));
            families.set(0, edit.of(dice, families.get(0)));
            InvoicePlan after = plan(families, tariffs);
            boolean same = documents(before).equals(documents(after));
            (same ? unchanged : changed).add(edit);
            assertThat(after.fingerprint("").equals(before.fingerprint("")))
                    .as("%s", edit)
                    .isEqualTo(same);
        });
        assertThat(changed)
                .contains(
                        Edit.A_DAY, Edit.ANOTHER_DAY, Edit.A_SURCHARGE, Edit.A_QUOTIENT, Edit.A_MOVE, Edit.AN_ADDRESS);
        assertThat(unchanged).contains(Edit.A_QUOTIENT, Edit.A_MOVE, Edit.NOTHING);
    }

    @Test
    void theFingerprintCoversWhatIsHandedIn() {
        InvoicePlan plan = plan(List.of(), List.of());
        assertThat(plan.fingerprint("letterhead")).isNotEqualTo(plan.fingerprint("another"));
    }
}
