package fr.perisco.store;

import static fr.perisco.store.generated.Tables.CHILD;
import static fr.perisco.store.generated.Tables.CHILD_FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY;
import static fr.perisco.store.generated.Tables.FAMILY_QUOTIENT;
import static fr.perisco.store.generated.Tables.GUARDIAN;
import static fr.perisco.store.generated.Tables.INVOICE;
import static fr.perisco.store.generated.Tables.PAYMENT;
import static fr.perisco.store.generated.Tables.PAYOUT;
import static fr.perisco.store.generated.Tables.SCHOOL;

import fr.perisco.domain.family.ListedFamily;
import fr.perisco.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The list of families, with what each owes. */
public final class FamilyListStore {
    private final Database database;

    public FamilyListStore(Database database) {
        this.database = database;
    }

    /**
     * Families in the order of their codes.
     *
     * @param today the day on which quotients and schools are looked at
     * @param school only those with a child at this school; null for all
     * @param named the codes of the only families to list; null for all
     */
    public List<ListedFamily> list(LocalDate today, @Nullable String school, @Nullable Set<String> named) {
        Field<Integer> children = DSL.field(DSL.selectCount()
                .from(CHILD_FAMILY)
                .where(CHILD_FAMILY.FAMILY_ID.eq(FAMILY.ID))
                .and(MembershipStore.isOn(CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID, DSL.val(today))));
        Field<Long> quotient = DSL.field(DSL.select(FAMILY_QUOTIENT.QUOTIENT_CENTS)
                .from(FAMILY_QUOTIENT)
                .where(FAMILY_QUOTIENT.FAMILY_ID.eq(FAMILY.ID))
                .and(FAMILY_QUOTIENT.COUNTS_FROM_ON.le(today))
                .orderBy(FAMILY_QUOTIENT.QUOTIENT_FROM_ON.desc(), FAMILY_QUOTIENT.ID.desc())
                .limit(DSL.inline(1)));
        Sum invoiced = Sum.of("invoiced", INVOICE.FAMILY_ID, INVOICE.AMOUNT_CENTS);
        Sum paid = Sum.of("paid", PAYMENT.FAMILY_ID, PAYMENT.AMOUNT_CENTS);
        Sum paidOut = Sum.of("paid_out", PAYOUT.FAMILY_ID, PAYOUT.AMOUNT_CENTS);
        List<ListedFamily> families = new ArrayList<>();
        Rows.each(
                database,
                database.dsl()
                        .select(
                                FAMILY.CODE,
                                FAMILY.NAME,
                                DSL.coalesce(FAMILY.LOGIN, DSL.inline("")),
                                children,
                                quotient,
                                invoiced.cents().minus(paid.cents()).plus(paidOut.cents()),
                                FAMILY.CITY)
                        .from(FAMILY)
                        .leftJoin(invoiced.table())
                        .on(invoiced.isOfFamily())
                        .leftJoin(paid.table())
                        .on(paid.isOfFamily())
                        .leftJoin(paidOut.table())
                        .on(paidOut.isOfFamily())
                        .where(school == null ? DSL.noCondition() : hasChildAt(school, today))
                        .orderBy(FAMILY.CODE),
                row -> {
                    if (named != null && !named.contains(row.getString(1))) {
                        return;
                    }
                    Long cents = Rows.longOrNull(row, 5);
                    families.add(new ListedFamily(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getInt(4),
                            cents == null ? null : Money.ofCents(cents),
                            Money.ofCents(row.getLong(6)),
                            row.getString(7)));
                });
        return families;
    }

    /**
     * The codes of the families with their names: its own, its login, those of its guardians, and those of the children that it has
     * or had; each is given by itself.
     */
    public void eachName(BiConsumer<String, String> sink) {
        Select<Record2<String, String>> names = database.dsl()
                .select(FAMILY.CODE, FAMILY.NAME.concat(DSL.inline(" "), DSL.coalesce(FAMILY.LOGIN, DSL.inline(""))))
                .from(FAMILY)
                .unionAll(database.dsl()
                        .select(FAMILY.CODE, GUARDIAN.LAST_NAME.concat(DSL.inline(" "), GUARDIAN.FIRST_NAME))
                        .from(GUARDIAN)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(GUARDIAN.FAMILY_ID)))
                .unionAll(database.dsl()
                        .select(FAMILY.CODE, CHILD.LAST_NAME.concat(DSL.inline(" "), CHILD.FIRST_NAME))
                        .from(CHILD_FAMILY)
                        .join(FAMILY)
                        .on(FAMILY.ID.eq(CHILD_FAMILY.FAMILY_ID))
                        .join(CHILD)
                        .on(CHILD.ID.eq(CHILD_FAMILY.CHILD_ID)));
        Rows.each(database, names, row -> sink.accept(row.getString(1), row.getString(2)));
    }

    private static Condition hasChildAt(String school, LocalDate day) {
        return FAMILY.ID.in(DSL.select(CHILD_FAMILY.FAMILY_ID)
                .from(CHILD_FAMILY)
                .join(CHILD)
                .on(CHILD.ID.eq(CHILD_FAMILY.CHILD_ID))
                .where(MembershipStore.isOn(CHILD_FAMILY.FAMILY_ID, CHILD_FAMILY.CHILD_ID, DSL.val(day)))
                .and(SchoolOnDay.of(day).eq(DSL.select(SCHOOL.ID).from(SCHOOL).where(SCHOOL.CODE.eq(school)))));
    }

    /** What the rows of a table come to for each family, reckoned once for all. */
    private record Sum(Table<?> table, Field<Long> familyId, Field<BigDecimal> sum) {
        static Sum of(String name, TableField<?, Long> familyId, TableField<?, Long> amount) {
            Field<BigDecimal> sum = DSL.sum(amount).as(name + "_cents");
            Table<?> table = DSL.select(familyId, sum)
                    .from(familyId.getTable())
                    .groupBy(familyId)
                    .asTable(name);
            return new Sum(
                    table, Objects.requireNonNull(table.field(familyId)), Objects.requireNonNull(table.field(sum)));
        }

        Condition isOfFamily() {
            return familyId.eq(FAMILY.ID);
        }

        Field<Long> cents() {
            return DSL.coalesce(sum.cast(Long.class), DSL.inline(0L));
        }
    }
}
