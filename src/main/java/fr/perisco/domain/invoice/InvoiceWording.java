package fr.perisco.domain.invoice;

/**
 * The words of a line that do not come from the office's setup; handed in, for documents have a language of their own.
 *
 * @param surcharge for coming without booking
 * @param adjustment of a month invoiced before
 * @param cancellation of an invoice, line by line
 */
public record InvoiceWording(String surcharge, String adjustment, String cancellation) {}
