-- Who drew a cheque, where it was not the family.
ALTER TABLE payment ADD COLUMN drawer TEXT NOT NULL DEFAULT '';

-- Money that left again: a refund to the family, or a payment that the bank took back.
CREATE TABLE payout (
    id           INTEGER NOT NULL PRIMARY KEY,
    kind         TEXT    NOT NULL CHECK (kind IN ('refund', 'bounce')),
    family_id    INTEGER NOT NULL REFERENCES family (id),
    paid_on      TEXT    NOT NULL CHECK (length(paid_on) = 10),
    method       TEXT    NOT NULL CHECK (method IN ('cash', 'cheque', 'card', 'transfer', 'debit', 'cesu', 'payfip')),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    reference    TEXT    NOT NULL,
    reason       TEXT    NOT NULL CHECK (reason <> ''),
    payment_id   INTEGER UNIQUE REFERENCES payment (id),
    act_id       INTEGER NOT NULL REFERENCES act (id),
    CHECK ((kind = 'bounce') = (payment_id IS NOT NULL))
) STRICT;
CREATE INDEX payout_of_family ON payout (family_id);

-- A payment or a credit note also pays for what was paid out. What is taken back stands as a negative row, so that every
-- balance stays a sum of rows and none is ever removed.
CREATE TABLE new_allocation (
    id             INTEGER NOT NULL PRIMARY KEY,
    payment_id     INTEGER REFERENCES payment (id),
    credit_note_id INTEGER REFERENCES invoice (id),
    invoice_id     INTEGER REFERENCES invoice (id),
    payout_id      INTEGER REFERENCES payout (id),
    amount_cents   INTEGER NOT NULL CHECK (amount_cents <> 0),
    act_id         INTEGER NOT NULL REFERENCES act (id),
    CHECK ((payment_id IS NULL) <> (credit_note_id IS NULL)),
    CHECK ((invoice_id IS NULL) <> (payout_id IS NULL))
) STRICT;
INSERT INTO new_allocation (id, payment_id, credit_note_id, invoice_id, amount_cents, act_id)
SELECT id, payment_id, credit_note_id, invoice_id, amount_cents, act_id FROM allocation;
DROP TABLE allocation;
ALTER TABLE new_allocation RENAME TO allocation;
CREATE INDEX allocation_of_invoice ON allocation (invoice_id);
CREATE INDEX allocation_of_payment ON allocation (payment_id);
CREATE INDEX allocation_of_credit_note ON allocation (credit_note_id) WHERE credit_note_id IS NOT NULL;
CREATE INDEX allocation_of_payout ON allocation (payout_id) WHERE payout_id IS NOT NULL;
