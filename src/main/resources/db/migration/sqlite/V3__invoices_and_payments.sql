-- The office's name, address and payment settings as they stood when a document was issued.
CREATE TABLE letterhead (
    id      INTEGER NOT NULL PRIMARY KEY,
    content TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE invoice_series (
    prefix         TEXT    NOT NULL PRIMARY KEY,
    last_number    INTEGER NOT NULL CHECK (last_number >= 1),
    last_issued_on TEXT    NOT NULL CHECK (length(last_issued_on) = 10)
) STRICT, WITHOUT ROWID;

CREATE TABLE invoice_run (
    id            INTEGER NOT NULL PRIMARY KEY,
    month         INTEGER NOT NULL CHECK (month % 100 BETWEEN 1 AND 12),
    fingerprint   TEXT    NOT NULL,
    issued_on     TEXT    NOT NULL CHECK (length(issued_on) = 10),
    due_on        TEXT    NOT NULL CHECK (length(due_on) = 10),
    letterhead_id INTEGER NOT NULL REFERENCES letterhead (id),
    act_id        INTEGER NOT NULL REFERENCES act (id),
    CHECK (issued_on <= due_on)
) STRICT;

-- An issued document never changes. Each one's hash covers its content and the hash of the one before.
CREATE TABLE invoice (
    id              INTEGER NOT NULL PRIMARY KEY,
    number          TEXT    NOT NULL UNIQUE,
    prefix          TEXT    NOT NULL,
    sequence        INTEGER NOT NULL CHECK (sequence >= 1),
    kind            TEXT    NOT NULL CHECK (kind IN ('invoice', 'credit-note')),
    family_id       INTEGER NOT NULL REFERENCES family (id),
    month           INTEGER NOT NULL,
    run_id          INTEGER NOT NULL REFERENCES invoice_run (id),
    amount_cents    INTEGER NOT NULL,
    credit_cents    INTEGER NOT NULL CHECK (credit_cents >= 0),
    recipient       TEXT    NOT NULL,
    hash            BLOB    NOT NULL CHECK (length(hash) = 32),
    CHECK ((kind = 'credit-note') = (amount_cents < 0)),
    CHECK (credit_cents = 0 OR credit_cents <= amount_cents)
) STRICT;
CREATE UNIQUE INDEX invoice_of_month ON invoice (family_id, month);

-- The words of a printed line as they stood on the day of issue.
CREATE TABLE line_wording (
    id           INTEGER NOT NULL PRIMARY KEY,
    registration TEXT    NOT NULL,
    label        TEXT    NOT NULL,
    service      TEXT    NOT NULL,
    UNIQUE (registration, label, service)
) STRICT;

-- A printed line is one or more pieces: the days that one tariff row and one quotient record priced.
CREATE TABLE invoice_line (
    invoice_id       INTEGER NOT NULL REFERENCES invoice (id),
    line             INTEGER NOT NULL CHECK (line >= 1),
    piece            INTEGER NOT NULL CHECK (piece >= 1),
    kind             TEXT    NOT NULL CHECK (kind IN ('days', 'surcharge', 'adjustment')),
    registration_id  INTEGER NOT NULL REFERENCES registration (id),
    unit_id          INTEGER NOT NULL REFERENCES unit (id),
    month            INTEGER NOT NULL,
    days             INTEGER NOT NULL,
    quantity         INTEGER NOT NULL,
    unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents >= 0),
    amount_cents     INTEGER NOT NULL CHECK (amount_cents = quantity * unit_price_cents),
    tariff_id        INTEGER NOT NULL REFERENCES tariff (id),
    quotient_id      INTEGER REFERENCES family_quotient (id),
    wording_id       INTEGER NOT NULL REFERENCES line_wording (id),
    child_name       TEXT    NOT NULL,
    corrects_invoice_id INTEGER REFERENCES invoice (id),
    PRIMARY KEY (invoice_id, line, piece),
    CHECK ((kind = 'adjustment') = (corrects_invoice_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    id           INTEGER NOT NULL PRIMARY KEY,
    family_id    INTEGER NOT NULL REFERENCES family (id),
    received_on  TEXT    NOT NULL CHECK (length(received_on) = 10),
    method       TEXT    NOT NULL CHECK (method IN ('cash', 'cheque', 'card', 'transfer', 'debit', 'cesu', 'payfip')),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    reference    TEXT    NOT NULL,
    act_id       INTEGER NOT NULL REFERENCES act (id)
) STRICT;
CREATE INDEX payment_of_family ON payment (family_id);

-- Which part of a payment, or of a credit note, settles which invoice. What is left over is the family's credit.
CREATE TABLE allocation (
    id             INTEGER NOT NULL PRIMARY KEY,
    payment_id     INTEGER REFERENCES payment (id),
    credit_note_id INTEGER REFERENCES invoice (id),
    invoice_id     INTEGER NOT NULL REFERENCES invoice (id),
    amount_cents   INTEGER NOT NULL CHECK (amount_cents > 0),
    act_id         INTEGER NOT NULL REFERENCES act (id),
    CHECK ((payment_id IS NULL) <> (credit_note_id IS NULL))
) STRICT;
CREATE INDEX allocation_of_invoice ON allocation (invoice_id);
CREATE INDEX allocation_of_payment ON allocation (payment_id);

CREATE TABLE mail (
    id              INTEGER NOT NULL PRIMARY KEY,
    kind            TEXT    NOT NULL,
    family_id       INTEGER NOT NULL REFERENCES family (id),
    invoice_id      INTEGER REFERENCES invoice (id),
    recipient       TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'deferred', 'failed', 'uncertain')),
    attempts        INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    reply           TEXT,
    updated_at      TEXT    NOT NULL,
    next_attempt_at TEXT,
    act_id          INTEGER NOT NULL REFERENCES act (id)
) STRICT;
CREATE INDEX mail_to_send ON mail (next_attempt_at) WHERE state IN ('waiting', 'deferred');
