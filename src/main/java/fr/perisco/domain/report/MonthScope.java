package fr.perisco.domain.report;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a month's report is about; a code that is null names all.
 *
 * @param school where children go to school, on the day for days, at the month's end for amounts
 */
public record MonthScope(
        YearMonth month,
        @Nullable String activity,
        @Nullable String school) {
    /** Whether it is about the whole office: what is owed and paid belongs to families, and cannot be split. */
    public boolean isWhole() {
        return activity == null && school == null;
    }
}
