-- A deposit slip: what was received by one method and went to the treasury together. It is kept as it was printed.
CREATE TABLE deposit (
    id            INTEGER NOT NULL PRIMARY KEY,
    method        TEXT    NOT NULL CHECK (method IN ('cash', 'cheque', 'cesu')),
    made_on       TEXT    NOT NULL CHECK (length(made_on) = 10),
    letterhead_id INTEGER NOT NULL REFERENCES letterhead (id),
    act_id        INTEGER NOT NULL REFERENCES act (id)
) STRICT;

-- A payment is on one slip only. A refund in cash left the same till: it stands on the slip of cash, and lowers its total.
CREATE TABLE deposit_line (
    deposit_id  INTEGER NOT NULL REFERENCES deposit (id),
    line        INTEGER NOT NULL CHECK (line >= 1),
    payment_id  INTEGER UNIQUE REFERENCES payment (id),
    payout_id   INTEGER UNIQUE REFERENCES payout (id),
    family_code TEXT    NOT NULL,
    payer       TEXT    NOT NULL,
    PRIMARY KEY (deposit_id, line),
    CHECK ((payment_id IS NULL) <> (payout_id IS NULL))
) STRICT, WITHOUT ROWID;

-- What PayFiP told of an invoice where no money came: refused, abandoned, or a trial.
CREATE TABLE online_attempt (
    id           INTEGER NOT NULL PRIMARY KEY,
    numcli       TEXT    NOT NULL,
    refdet       TEXT    NOT NULL,
    result       TEXT    NOT NULL CHECK (result IN ('P', 'V', 'R', 'Z', 'A')),
    is_trial     INTEGER NOT NULL CHECK (is_trial IN (0, 1)),
    amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
    numauto      TEXT    NOT NULL,
    tried_on     TEXT CHECK (length(tried_on) = 10),
    heurtrans    TEXT CHECK (length(heurtrans) = 5),
    act_id       INTEGER NOT NULL REFERENCES act (id)
) STRICT;
CREATE INDEX online_attempt_of_invoice ON online_attempt (refdet);
