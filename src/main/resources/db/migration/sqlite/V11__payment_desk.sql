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

-- What was handed to the bank together. The drawer as it was printed.
CREATE TABLE deposit_slip (
    id           INTEGER NOT NULL PRIMARY KEY,
    method       TEXT    NOT NULL CHECK (method IN ('cheque', 'cesu')),
    from_on      TEXT CHECK (length(from_on) = 10),
    to_on        TEXT CHECK (length(to_on) = 10),
    deposited_on TEXT    NOT NULL CHECK (length(deposited_on) = 10),
    act_id       INTEGER NOT NULL REFERENCES act (id)
) STRICT;
CREATE TABLE deposit_line (
    payment_id INTEGER NOT NULL PRIMARY KEY REFERENCES payment (id),
    slip_id    INTEGER NOT NULL REFERENCES deposit_slip (id),
    drawer     TEXT    NOT NULL
) STRICT;
CREATE INDEX deposit_line_of_slip ON deposit_line (slip_id);

-- Which balances families were asked to pay online, and when for the first time: a payment that never arrives is missed.
CREATE TABLE exported_reference (
    id           INTEGER NOT NULL PRIMARY KEY,
    invoice_id   INTEGER NOT NULL REFERENCES invoice (id),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    exported_on  TEXT    NOT NULL CHECK (length(exported_on) = 10),
    act_id       INTEGER NOT NULL REFERENCES act (id)
) STRICT;
CREATE UNIQUE INDEX exported_reference_of_invoice ON exported_reference (invoice_id, amount_cents);
