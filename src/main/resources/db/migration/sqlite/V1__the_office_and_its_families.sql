-- Amounts are whole cents. `_on` is a day (ISO), `_at` a moment: Europe/Paris wall time, but for `recorded_at`, an instant in UTC.
-- Weekdays are bits, Monday is 1. A set of days is an integer whose bit 0 is the first of the month.

CREATE TABLE act (
    id           INTEGER NOT NULL PRIMARY KEY,
    recorded_at  TEXT    NOT NULL,
    effective_at TEXT    NOT NULL,
    actor        TEXT    NOT NULL,
    kind         TEXT    NOT NULL,
    reason       TEXT
) STRICT;

-- What an act created carries that act's id; what it altered or removed stands here with its former value.
CREATE TABLE audit_change (
    act_id  INTEGER NOT NULL REFERENCES act (id),
    seq     INTEGER NOT NULL,
    subject TEXT    NOT NULL,
    code    TEXT    NOT NULL,
    field   TEXT    NOT NULL,
    before  TEXT,
    after   TEXT,
    PRIMARY KEY (act_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_change_of_subject ON audit_change (subject, code);

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE school (
    id   INTEGER NOT NULL PRIMARY KEY,
    code TEXT    NOT NULL UNIQUE CHECK (code <> ''),
    name TEXT    NOT NULL
) STRICT;

CREATE TABLE school_holiday (
    id          INTEGER NOT NULL PRIMARY KEY,
    school_year TEXT    NOT NULL CHECK (length(school_year) = 9),
    description TEXT    NOT NULL,
    zone        TEXT    NOT NULL,
    starts_on   TEXT    NOT NULL CHECK (length(starts_on) = 10),
    ends_on     TEXT    NOT NULL CHECK (length(ends_on) = 10),
    CHECK (starts_on <= ends_on),
    UNIQUE (zone, school_year, description, starts_on)
) STRICT;

CREATE TABLE closure (
    id      INTEGER NOT NULL PRIMARY KEY,
    from_on TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on   TEXT    NOT NULL CHECK (length(to_on) = 10),
    scope   TEXT    NOT NULL,
    effect  TEXT    NOT NULL CHECK (effect IN ('closed', 'open')),
    reason  TEXT    NOT NULL,
    CHECK (from_on <= to_on),
    UNIQUE (from_on, to_on, scope, effect)
) STRICT;

CREATE TABLE activity (
    id              INTEGER NOT NULL PRIMARY KEY,
    code            TEXT    NOT NULL UNIQUE CHECK (code <> ''),
    label           TEXT    NOT NULL,
    service         TEXT    NOT NULL,
    school_id       INTEGER REFERENCES school (id),
    from_on         TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on           TEXT    NOT NULL CHECK (length(to_on) = 10),
    deadline        TEXT    NOT NULL,
    cancel_deadline TEXT,
    CHECK (from_on <= to_on)
) STRICT;

CREATE TABLE unit (
    id              INTEGER NOT NULL PRIMARY KEY,
    activity_id     INTEGER NOT NULL REFERENCES activity (id),
    code            TEXT    NOT NULL CHECK (code <> ''),
    label           TEXT    NOT NULL,
    is_tax_eligible INTEGER NOT NULL CHECK (is_tax_eligible IN (0, 1)),
    UNIQUE (activity_id, code)
) STRICT;

-- A unit opens on some weekdays; when they move during the year it has one row a period.
CREATE TABLE unit_opening (
    unit_id  INTEGER NOT NULL REFERENCES unit (id),
    from_on  TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on    TEXT    NOT NULL CHECK (length(to_on) = 10),
    weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    term     TEXT    NOT NULL CHECK (term IN ('school', 'holidays', 'both')),
    capacity INTEGER CHECK (capacity >= 0),
    CHECK (from_on <= to_on),
    PRIMARY KEY (unit_id, from_on)
) STRICT, WITHOUT ROWID;

-- A row that an invoice used is never altered: a new price retires it and adds another.
CREATE TABLE tariff (
    id                       INTEGER NOT NULL PRIMARY KEY,
    unit_id                  INTEGER NOT NULL REFERENCES unit (id),
    valid_from_on            TEXT    NOT NULL CHECK (length(valid_from_on) = 10),
    quotient_from_cents      INTEGER NOT NULL CHECK (quotient_from_cents >= 0),
    residency                TEXT    NOT NULL CHECK (residency IN ('yes', 'no', 'both')),
    price_cents              INTEGER CHECK (price_cents >= 0),
    rate_ppm                 INTEGER CHECK (rate_ppm >= 0),
    min_cents                INTEGER CHECK (min_cents >= 0),
    max_cents                INTEGER CHECK (max_cents >= 0),
    unbooked_surcharge_cents INTEGER NOT NULL CHECK (unbooked_surcharge_cents >= 0),
    act_id                   INTEGER NOT NULL REFERENCES act (id),
    retired_act_id           INTEGER REFERENCES act (id),
    CHECK ((price_cents IS NULL) <> (rate_ppm IS NULL)),
    CHECK (rate_ppm IS NULL OR (min_cents IS NOT NULL AND max_cents IS NOT NULL AND min_cents <= max_cents))
) STRICT;
CREATE UNIQUE INDEX tariff_in_force ON tariff (unit_id, valid_from_on, quotient_from_cents, residency) WHERE retired_act_id IS NULL;

CREATE TABLE family (
    id           INTEGER NOT NULL PRIMARY KEY,
    code         TEXT    NOT NULL UNIQUE CHECK (code <> ''),
    name         TEXT    NOT NULL,
    login        TEXT UNIQUE,
    address      TEXT    NOT NULL,
    postcode     TEXT    NOT NULL,
    city         TEXT    NOT NULL,
    dependents   INTEGER CHECK (dependents >= 0),
    income_cents INTEGER CHECK (income_cents >= 0),
    income_on    TEXT CHECK (length(income_on) = 10),
    act_id       INTEGER NOT NULL REFERENCES act (id)
) STRICT;

CREATE TABLE family_residency (
    family_id   INTEGER NOT NULL REFERENCES family (id),
    from_on     TEXT    NOT NULL CHECK (length(from_on) = 10),
    is_resident INTEGER NOT NULL CHECK (is_resident IN (0, 1)),
    act_id      INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (family_id, from_on)
) STRICT, WITHOUT ROWID;

-- A record counts from a later day than its own date when the months before are invoiced already.
CREATE TABLE family_quotient (
    id               INTEGER NOT NULL PRIMARY KEY,
    family_id        INTEGER NOT NULL REFERENCES family (id),
    quotient_from_on TEXT    NOT NULL CHECK (length(quotient_from_on) = 10),
    counts_from_on   TEXT    NOT NULL CHECK (length(counts_from_on) = 10),
    quotient_cents   INTEGER NOT NULL CHECK (quotient_cents >= 0),
    act_id           INTEGER NOT NULL REFERENCES act (id),
    CHECK (quotient_from_on <= counts_from_on)
) STRICT;
CREATE INDEX family_quotient_of_family ON family_quotient (family_id);

-- Rank 1 is the reference guardian, whose e-mail is the family's login.
CREATE TABLE guardian (
    family_id  INTEGER NOT NULL REFERENCES family (id),
    rank       INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 2),
    civility   TEXT    NOT NULL,
    last_name  TEXT    NOT NULL,
    first_name TEXT    NOT NULL,
    email      TEXT    NOT NULL,
    phone      TEXT    NOT NULL,
    PRIMARY KEY (family_id, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE child (
    id                INTEGER NOT NULL PRIMARY KEY,
    code              TEXT    NOT NULL UNIQUE CHECK (code <> ''),
    last_name         TEXT    NOT NULL,
    first_name        TEXT    NOT NULL,
    birth_on          TEXT CHECK (length(birth_on) = 10),
    sex               TEXT    NOT NULL CHECK (sex IN ('F', 'M', '')),
    diet              TEXT    NOT NULL,
    vaccines_until_on TEXT CHECK (length(vaccines_until_on) = 10),
    act_id            INTEGER NOT NULL REFERENCES act (id)
) STRICT;

-- A child may have two families.
CREATE TABLE child_family (
    family_id INTEGER NOT NULL REFERENCES family (id),
    child_id  INTEGER NOT NULL REFERENCES child (id),
    PRIMARY KEY (family_id, child_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX child_family_of_child ON child_family (child_id);

-- School and class are dated: September's import must not rewrite last year's counts.
CREATE TABLE child_schooling (
    child_id  INTEGER NOT NULL REFERENCES child (id),
    from_on   TEXT    NOT NULL CHECK (length(from_on) = 10),
    school_id INTEGER REFERENCES school (id),
    class     TEXT    NOT NULL,
    act_id    INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (child_id, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE credential (
    family_id      INTEGER NOT NULL PRIMARY KEY REFERENCES family (id),
    password_hash  TEXT    NOT NULL CHECK (password_hash LIKE '$argon2id$%'),
    is_temporary   INTEGER NOT NULL CHECK (is_temporary IN (0, 1)),
    failures       INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    locked_until_at TEXT,
    act_id         INTEGER NOT NULL REFERENCES act (id)
) STRICT;

CREATE TABLE credential_delivery (
    id        INTEGER NOT NULL PRIMARY KEY,
    family_id INTEGER NOT NULL REFERENCES family (id),
    channel   TEXT    NOT NULL CHECK (channel IN ('sheet', 'mail')),
    act_id    INTEGER NOT NULL REFERENCES act (id)
) STRICT;
CREATE INDEX credential_delivery_of_family ON credential_delivery (family_id);
