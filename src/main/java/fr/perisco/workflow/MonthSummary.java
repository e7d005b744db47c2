package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.family.SchoolHistory;
import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.LinePiece;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffLabel;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a month's invoices come to by activity, by tariff row and by school; each of the three adds up to all of it. */
public final class MonthSummary {
    /**
     * One sum.
     *
     * @param by {@code activity}, {@code tariff} or {@code school}
     * @param code of the activity, of activity and unit, or of the school; empty for children of no school
     * @param label of the activity, or which row it is
     * @param quantity days less days taken back; a surcharge counts none
     */
    public record Row(String by, String code, String label, int quantity, Money amount) {
        private Row plus(int more, Money much) {
            return new Row(by, code, label, quantity + more, amount.plus(much));
        }
    }

    private final Office office;

    public MonthSummary(Office office) {
        this.office = office;
    }

    public List<Row> of(MonthPlan plan) {
        return office.read(() -> {
            Sums sums = new Sums(plan.plan().month().atEndOfMonth());
            for (DraftInvoice draft : plan.plan().drafts()) {
                draft.lines().forEach(sums::add);
            }
            return new ArrayList<>(sums.rows.values());
        });
    }

    private final class Sums {
        private final LocalDate day;
        private final Map<String, Row> rows = new TreeMap<>();
        private final Map<Long, Unit> units = new HashMap<>();
        private final Map<Long, Tariff> tariffs = new HashMap<>();
        private final Map<String, Long> children;
        private final Map<Long, SchoolHistory> schools;

        Sums(LocalDate day) {
            this.day = day;
            SetupStore setup = new SetupStore(office.database());
            setup.units().forEach(unit -> units.put(unit.id(), unit));
            setup.allTariffs().forEach(tariff -> tariffs.put(tariff.id(), tariff));
            RollStore roll = new RollStore(office.database());
            children = roll.children();
            schools = roll.schools();
        }

        void add(InvoiceLine line) {
            String school = schools.getOrDefault(children.get(line.childCode()), SchoolHistory.NONE)
                    .schoolOn(day)
                    .orElse("");
            for (LinePiece piece : line.pieces()) {
                Unit unit = Objects.requireNonNull(units.get(piece.unitId()));
                Tariff tariff = Objects.requireNonNull(tariffs.get(piece.tariffId()));
                int quantity = piece.surcharge() ? 0 : piece.quantity();
                Money amount = line.unitPrice().times(piece.quantity());
                String activity = unit.activity().code();
                add(new Row("activity", activity, unit.activity().label(), quantity, amount), "");
                add(
                        new Row(
                                "tariff",
                                activity + " " + unit.code(),
                                TariffLabel.of(tariff, piece.surcharge()),
                                quantity,
                                amount),
                        "%s %s %012d"
                                .formatted(
                                        tariff.validFrom(),
                                        tariff.residency().code(),
                                        tariff.quotientFrom().cents()));
                add(new Row("school", school, "", quantity, amount), "");
            }
        }

        private void add(Row row, String order) {
            rows.merge(
                    String.join("\n", row.by(), row.code(), order, row.label()),
                    row,
                    (known, more) -> known.plus(more.quantity(), more.amount()));
        }
    }
}
