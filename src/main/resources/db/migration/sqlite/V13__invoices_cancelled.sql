-- A credit note may cancel an invoice whole; then its month is invoiced again, as the family's next round of it.
ALTER TABLE invoice ADD COLUMN round INTEGER NOT NULL DEFAULT 1 CHECK (round >= 1);
ALTER TABLE invoice ADD COLUMN cancels_invoice_id INTEGER REFERENCES invoice (id)
    CHECK (cancels_invoice_id IS NULL OR kind = 'credit-note');
CREATE UNIQUE INDEX invoice_cancelled ON invoice (cancels_invoice_id) WHERE cancels_invoice_id IS NOT NULL;

DROP INDEX invoice_of_month;
CREATE UNIQUE INDEX invoice_of_month ON invoice (family_id, month, round) WHERE cancels_invoice_id IS NULL;
