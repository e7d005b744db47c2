package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;

import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;

/** What is dated of families, by their keys. */
final class FamilyHistories {
    private FamilyHistories() {}

    static Map<Long, List<FamilyQuotient>> quotients(Database database, Condition condition) {
        Map<Long, List<FamilyQuotient>> records = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                FAMILY_QUOTIENT.ID,
                                FAMILY_QUOTIENT.FAMILY_ID,
                                FAMILY_QUOTIENT.QUOTIENT_FROM_ON,
                                FAMILY_QUOTIENT.COUNTS_FROM_ON,
                                FAMILY_QUOTIENT.QUOTIENT_CENTS)
                        .from(FAMILY_QUOTIENT)
                        .where(condition),
                row -> records.computeIfAbsent(row.getLong(2), id -> new ArrayList<>(1))
                        .add(new FamilyQuotient(
                                row.getLong(1), Rows.day(row, 3), Rows.day(row, 4), Money.ofCents(row.getLong(5)))));
        return records;
    }

    static Map<Long, List<ResidencyHistory.Since>> residencies(Database database, Condition condition) {
        Map<Long, List<ResidencyHistory.Since>> records = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON, FAMILY_RESIDENCY.IS_RESIDENT)
                        .from(FAMILY_RESIDENCY)
                        .where(condition)
                        .orderBy(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON),
                row -> records.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                        .add(new ResidencyHistory.Since(Rows.day(row, 2), row.getBoolean(3))));
        return records;
    }
}
