package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_SCHOOLING;

import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Where a child goes to school, beside a row of it in a query. */
final class SchoolOnDay {
    private SchoolOnDay() {}

    /** As the latest record until the day says; before the first record, as the first one says. */
    static Field<Long> of(LocalDate day) {
        return of(DSL.val(day));
    }

    /** The same on a day that a row of the query names. */
    static Field<Long> of(Field<LocalDate> day) {
        return DSL.coalesce(
                DSL.field(DSL.select(CHILD_SCHOOLING.SCHOOL_ID)
                        .from(CHILD_SCHOOLING)
                        .where(CHILD_SCHOOLING.CHILD_ID.eq(CHILD.ID))
                        .and(CHILD_SCHOOLING.FROM_ON.le(day))
                        .orderBy(CHILD_SCHOOLING.FROM_ON.desc())
                        .limit(DSL.inline(1))),
                DSL.field(DSL.select(CHILD_SCHOOLING.SCHOOL_ID)
                        .from(CHILD_SCHOOLING)
                        .where(CHILD_SCHOOLING.CHILD_ID.eq(CHILD.ID))
                        .orderBy(CHILD_SCHOOLING.FROM_ON)
                        .limit(DSL.inline(1))));
    }
}
