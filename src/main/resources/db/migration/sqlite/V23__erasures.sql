-- Until when a login is locked (credential.locked_until_at) is an instant in UTC: a quarter of an hour is one when the clocks go back, too.

-- Passwords that were given for logins that nobody has: one row.
CREATE TABLE stray_login (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    attempts INTEGER NOT NULL CHECK (attempts > 0),
    last_at  TEXT    NOT NULL
) STRICT;

-- Families of whom nothing is held any more but what the accounts must keep, without names.
CREATE TABLE family_erasure (
    family_id INTEGER NOT NULL PRIMARY KEY REFERENCES family (id),
    act_id    INTEGER NOT NULL REFERENCES act (id)
) STRICT;

-- An act that lost names: the seal that it had, and what its seal would be with what is left. The erasure's own seal covers this row.
CREATE TABLE erased_act (
    act_id         INTEGER NOT NULL REFERENCES act (id),
    erasure_act_id INTEGER NOT NULL REFERENCES act (id),
    seal_hash      BLOB    NOT NULL CHECK (length(seal_hash) = 32),
    remaining_hash BLOB    NOT NULL CHECK (length(remaining_hash) = 32),
    PRIMARY KEY (act_id, erasure_act_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_act_of_erasure ON erased_act (erasure_act_id);

-- An issued document that lost names: the digest of what it said, which its link in the chain hangs on, and of what is left.
CREATE TABLE erased_invoice (
    invoice_id     INTEGER NOT NULL REFERENCES invoice (id),
    erasure_act_id INTEGER NOT NULL REFERENCES act (id),
    content_hash   BLOB    NOT NULL CHECK (length(content_hash) = 32),
    remaining_hash BLOB    NOT NULL CHECK (length(remaining_hash) = 32),
    PRIMARY KEY (invoice_id, erasure_act_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX erased_invoice_of_erasure ON erased_invoice (erasure_act_id);
