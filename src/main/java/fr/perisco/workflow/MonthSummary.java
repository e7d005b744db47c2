package fr.perisco.workflow;

import fr.perisco.domain.activity.Unit;
import fr.perisco.domain.invoice.DraftInvoice;
import fr.perisco.domain.invoice.InvoiceLine;
import fr.perisco.domain.invoice.LinePiece;
import fr.perisco.domain.money.Money;
import fr.perisco.domain.tariff.Tariff;
import fr.perisco.domain.tariff.TariffLabel;
import fr.perisco.store.Database;
import fr.perisco.store.RollStore;
import fr.perisco.store.SetupStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    private final Database database;

    public MonthSummary(Office office) {
        this(office.database());
    }

    MonthSummary(Database database) {
        this.database = database;
    }

    public List<Row> of(MonthPlan plan) {
        return database.read(() -> {
            Sums sums = new Sums(
                    new RollStore(database).schoolsOn(plan.plan().month().atEndOfMonth()));
            for (DraftInvoice draft : plan.plan().drafts()) {
                draft.lines().forEach(sums::add);
            }
            return rows(sums);
        });
    }

    private List<Row> rows(Sums sums) {
        SetupStore setup = new SetupStore(database);
        Map<Long, Unit> units = new HashMap<>();
        setup.units().forEach(unit -> units.put(unit.id(), unit));
        Map<Long, Tariff> tariffs = new HashMap<>();
        setup.allTariffs().forEach(tariff -> tariffs.put(tariff.id(), tariff));
        Map<String, Row> rows = new TreeMap<>();
        sums.ofPrices.forEach((price, sum) -> {
            Unit unit = Objects.requireNonNull(units.get(price.unitId()));
            Tariff tariff = Objects.requireNonNull(tariffs.get(price.tariffId()));
            String activity = unit.activity().code();
            add(rows, new Row("activity", activity, unit.activity().label(), sum.quantity, sum.amount()), "");
            add(
                    rows,
                    new Row(
                            "tariff",
                            activity + " " + unit.code(),
                            TariffLabel.of(tariff, price.surcharge()),
                            sum.quantity,
                            sum.amount()),
                    "%s %s %012d"
                            .formatted(
                                    tariff.validFrom(),
                                    tariff.residency().code(),
                                    tariff.quotientFrom().cents()));
        });
        sums.ofSchools.forEach(
                (school, sum) -> add(rows, new Row("school", school, "", sum.quantity, sum.amount()), ""));
        return List.copyOf(rows.values());
    }

    private static void add(Map<String, Row> rows, Row row, String order) {
        rows.merge(
                String.join("\n", row.by(), row.code(), order, row.label()),
                row,
                (known, more) -> known.plus(more.quantity(), more.amount()));
    }

    private record Price(long unitId, long tariffId, boolean surcharge) {
        /** Asked once a piece; what the compiler makes for a record is slow until it has warmed up. */
        @Override
        public int hashCode() {
            return 31 * (31 * Long.hashCode(unitId) + Long.hashCode(tariffId)) + Boolean.hashCode(surcharge);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Price price
                    && unitId == price.unitId
                    && tariffId == price.tariffId
                    && surcharge == price.surcharge;
        }
    }

    private static final class Sum {
        private int quantity;
        private long cents;

        void add(LinePiece piece, Money unitPrice) {
            quantity += piece.surcharge() ? 0 : piece.quantity();
            cents = Math.addExact(cents, unitPrice.times(piece.quantity()).cents());
        }

        Money amount() {
            return Money.ofCents(cents);
        }
    }

    private static final class Sums {
        private final Map<String, String> schools;
        private final Map<Price, Sum> ofPrices = new HashMap<>();
        private final Map<String, Sum> ofSchools = new HashMap<>();

        Sums(Map<String, String> schools) {
            this.schools = schools;
        }

        void add(InvoiceLine line) {
            Sum ofSchool = ofSchools.computeIfAbsent(schools.getOrDefault(line.childCode(), ""), school -> new Sum());
            for (LinePiece piece : line.pieces()) {
                ofSchool.add(piece, line.unitPrice());
                ofPrices.computeIfAbsent(
                                new Price(piece.unitId(), piece.tariffId(), piece.surcharge()), price -> new Sum())
                        .add(piece, line.unitPrice());
            }
        }
    }
}
