package fr.perisco.domain.office;

import fr.perisco.domain.money.Money;

/**
 * What a database holds, counted: by these a copy is compared with what it was copied from.
 *
 * @param days days booked
 * @param invoiced what all invoices and credit notes ask for, credit notes negative
 * @param acts how many acts the audit trail holds
 * @param changes how many changes these acts recorded
 * @param lastSeal the seal of the last act, in hexadecimal; empty when nothing is sealed
 */
public record ControlTotals(
        long families,
        long children,
        long registrations,
        long days,
        long requests,
        long invoices,
        Money invoiced,
        long payments,
        Money paid,
        long mails,
        long acts,
        long changes,
        String lastSeal) {}
