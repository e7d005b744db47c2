package fr.perisco.domain.report;

import fr.perisco.domain.money.Money;
import fr.perisco.domain.payment.PaymentMethod;

/**
 * What came and left again by one method of payment.
 *
 * @param refunds how many times money was given back
 * @param refunded never below zero
 * @param bounces how many payments the bank took back, whenever they were received
 * @param bounced never below zero
 */
public record MethodPayments(
        PaymentMethod method, int payments, Money received, int refunds, Money refunded, int bounces, Money bounced) {
    public static MethodPayments none(PaymentMethod method) {
        return new MethodPayments(method, 0, Money.ZERO, 0, Money.ZERO, 0, Money.ZERO);
    }

    public MethodPayments withPayments(int count, Money amount) {
        return new MethodPayments(method, count, amount, refunds, refunded, bounces, bounced);
    }

    public MethodPayments withRefunds(int count, Money amount) {
        return new MethodPayments(method, payments, received, count, amount, bounces, bounced);
    }

    public MethodPayments withBounces(int count, Money amount) {
        return new MethodPayments(method, payments, received, refunds, refunded, count, amount);
    }

    /** What stayed. */
    public Money total() {
        return received.minus(refunded).minus(bounced);
    }

    public boolean isNone() {
        return payments == 0 && refunds == 0 && bounces == 0;
    }
}
