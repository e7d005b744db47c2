package fr.perisco.domain.tariff;

import fr.perisco.domain.money.Money;

/**
 * What a day costs, and by which row.
 *
 * @param unitPrice per day
 * @param withoutQuotient whether it is the grid's highest price because no quotient is known
 */
public record Quote(Tariff tariff, Money unitPrice, boolean withoutQuotient) {}
