-- A tax certificate as it was issued. What a family paid in a year may still change, as when a payment is entered late: then another
-- certificate replaces it, and both are kept.
CREATE TABLE tax_certificate (
    id            INTEGER NOT NULL PRIMARY KEY,
    number        TEXT    NOT NULL UNIQUE,
    prefix        TEXT    NOT NULL,
    sequence      INTEGER NOT NULL CHECK (sequence >= 1),
    family_id     INTEGER NOT NULL REFERENCES family (id),
    tax_year      INTEGER NOT NULL CHECK (tax_year BETWEEN 2000 AND 2199),
    issued_on     TEXT    NOT NULL CHECK (length(issued_on) = 10),
    letterhead_id INTEGER NOT NULL REFERENCES letterhead (id),
    recipient     TEXT    NOT NULL,
    replaces_id   INTEGER UNIQUE REFERENCES tax_certificate (id),
    act_id        INTEGER NOT NULL REFERENCES act (id),
    UNIQUE (prefix, sequence)
) STRICT;
CREATE INDEX tax_certificate_of_year ON tax_certificate (tax_year, family_id);

-- Name and birth date as they stood then.
CREATE TABLE tax_certificate_line (
    certificate_id INTEGER NOT NULL REFERENCES tax_certificate (id),
    line           INTEGER NOT NULL CHECK (line >= 1),
    child_id       INTEGER NOT NULL REFERENCES child (id),
    child_name     TEXT    NOT NULL,
    birth_on       TEXT    NOT NULL CHECK (length(birth_on) = 10),
    amount_cents   INTEGER NOT NULL CHECK (amount_cents > 0),
    PRIMARY KEY (certificate_id, line)
) STRICT, WITHOUT ROWID;
