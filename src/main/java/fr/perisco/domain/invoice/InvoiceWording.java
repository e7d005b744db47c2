package fr.perisco.domain.invoice;

/** The words of a line that do not come from the office's setup; handed in, for documents have a language of their own. */
public record InvoiceWording(String surcharge) {}
