package fr.perisco.store;

import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.FAMILY_RESIDENCY;

import fr.perisco.domain.family.FamilyQuotient;
import fr.perisco.domain.family.QuotientHistory;
import fr.perisco.domain.family.ResidencyHistory;
import fr.perisco.domain.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;

/** What is dated of families, by their keys. */
final class FamilyHistories {
    private FamilyHistories() {}

    static Map<Long, QuotientHistory> quotients(Database database, Condition condition) {
        Map<Long, QuotientHistory> histories = new HashMap<>();
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
                row -> histories.merge(
                        row.getLong(2),
                        new QuotientHistory(List.of(new FamilyQuotient(
                                row.getLong(1), Rows.day(row, 3), Rows.day(row, 4), Money.ofCents(row.getLong(5))))),
                        QuotientHistory::plus));
        return histories;
    }

    static Map<Long, ResidencyHistory> residencies(Database database, Condition condition) {
        Map<Long, ResidencyHistory> histories = new HashMap<>();
        Rows.each(
                database,
                database.dsl()
                        .select(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON, FAMILY_RESIDENCY.IS_RESIDENT)
                        .from(FAMILY_RESIDENCY)
                        .where(condition)
                        .orderBy(FAMILY_RESIDENCY.FAMILY_ID, FAMILY_RESIDENCY.FROM_ON),
                row -> histories.merge(
                        row.getLong(1),
                        new ResidencyHistory(List.of(new ResidencyHistory.Since(Rows.day(row, 2), row.getBoolean(3)))),
                        ResidencyHistory::plus));
        return histories;
    }
}
