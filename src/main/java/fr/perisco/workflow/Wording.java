package fr.perisco.workflow;

import fr.perisco.domain.invoice.InvoiceWording;

/** The words of invoices; documents are always French. */
final class Wording {
    static final InvoiceWording FRENCH = new InvoiceWording("Majoration", "Régularisation", "Annulation");

    private Wording() {}
}
