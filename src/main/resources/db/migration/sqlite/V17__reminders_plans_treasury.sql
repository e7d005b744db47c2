-- The letters that remind of what is overdue, a row a level.
CREATE TABLE reminder_level (
    level         INTEGER NOT NULL PRIMARY KEY CHECK (level >= 1),
    after_days    INTEGER NOT NULL CHECK (after_days >= 1),
    minimum_cents INTEGER NOT NULL CHECK (minimum_cents >= 0),
    title         TEXT    NOT NULL CHECK (title <> ''),
    content       TEXT    NOT NULL CHECK (content <> '')
) STRICT;

-- A reminder as it was written: all that its letter says stands here, so that a reprint is the same for ever.
CREATE TABLE reminder (
    id            INTEGER NOT NULL PRIMARY KEY,
    family_id     INTEGER NOT NULL REFERENCES family (id),
    level         INTEGER NOT NULL CHECK (level >= 1),
    sent_on       TEXT    NOT NULL CHECK (length(sent_on) = 10),
    title         TEXT    NOT NULL,
    content       TEXT    NOT NULL,
    credit_cents  INTEGER NOT NULL CHECK (credit_cents >= 0),
    letterhead_id INTEGER NOT NULL REFERENCES letterhead (id),
    recipient     TEXT    NOT NULL,
    act_id        INTEGER NOT NULL REFERENCES act (id)
) STRICT;
CREATE INDEX reminder_of_family ON reminder (family_id);
CREATE INDEX reminder_of_day ON reminder (sent_on);

-- The invoices that a reminder lists, and the level that each is at by it: 0 for one that is overdue and not reminded of yet.
CREATE TABLE reminder_invoice (
    reminder_id   INTEGER NOT NULL REFERENCES reminder (id),
    invoice_id    INTEGER NOT NULL REFERENCES invoice (id),
    level         INTEGER NOT NULL CHECK (level >= 0),
    balance_cents INTEGER NOT NULL CHECK (balance_cents > 0),
    PRIMARY KEY (reminder_id, invoice_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_of_invoice ON reminder_invoice (invoice_id);

-- Families that are not reminded until a day, that day included.
CREATE TABLE reminder_hold (
    family_id INTEGER NOT NULL PRIMARY KEY REFERENCES family (id),
    until_on  TEXT    NOT NULL CHECK (length(until_on) = 10),
    reason    TEXT    NOT NULL CHECK (reason <> ''),
    act_id    INTEGER NOT NULL REFERENCES act (id)
) STRICT;

-- What a family may pay by instalments. Whether they are kept is worked out from the balances of its invoices.
CREATE TABLE payment_plan (
    id         INTEGER NOT NULL PRIMARY KEY,
    family_id  INTEGER NOT NULL REFERENCES family (id),
    made_on    TEXT    NOT NULL CHECK (length(made_on) = 10),
    ended_on   TEXT CHECK (length(ended_on) = 10),
    end_reason TEXT,
    act_id     INTEGER NOT NULL REFERENCES act (id),
    CHECK ((ended_on IS NULL) = (end_reason IS NULL))
) STRICT;
CREATE INDEX payment_plan_of_family ON payment_plan (family_id);

CREATE TABLE payment_plan_invoice (
    plan_id       INTEGER NOT NULL REFERENCES payment_plan (id),
    invoice_id    INTEGER NOT NULL REFERENCES invoice (id),
    balance_cents INTEGER NOT NULL CHECK (balance_cents > 0),
    PRIMARY KEY (plan_id, invoice_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment_plan_instalment (
    plan_id      INTEGER NOT NULL REFERENCES payment_plan (id),
    rank         INTEGER NOT NULL CHECK (rank >= 1),
    due_on       TEXT    NOT NULL CHECK (length(due_on) = 10),
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (plan_id, rank)
) STRICT, WITHOUT ROWID;

-- What was handed over to the treasury, which collects it from then on. An invoice is handed over once.
CREATE TABLE treasury_list (
    id            INTEGER NOT NULL PRIMARY KEY,
    made_on       TEXT    NOT NULL CHECK (length(made_on) = 10),
    letterhead_id INTEGER NOT NULL REFERENCES letterhead (id),
    act_id        INTEGER NOT NULL REFERENCES act (id)
) STRICT;

CREATE TABLE treasury_debtor (
    list_id   INTEGER NOT NULL REFERENCES treasury_list (id),
    family_id INTEGER NOT NULL REFERENCES family (id),
    recipient TEXT    NOT NULL,
    PRIMARY KEY (list_id, family_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE treasury_claim (
    invoice_id     INTEGER NOT NULL PRIMARY KEY REFERENCES invoice (id),
    list_id        INTEGER NOT NULL REFERENCES treasury_list (id),
    balance_cents  INTEGER NOT NULL CHECK (balance_cents > 0),
    reminder_level INTEGER NOT NULL CHECK (reminder_level >= 0),
    reminded_on    TEXT CHECK (length(reminded_on) = 10),
    CHECK ((reminder_level = 0) = (reminded_on IS NULL))
) STRICT;
CREATE INDEX treasury_claim_of_list ON treasury_claim (list_id);
