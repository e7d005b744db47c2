-- When a child belongs to a family. A child and a family of child_family without a row here belong together for good;
-- 0001-01-01 is the first day of those who always did until they left.
CREATE TABLE family_membership (
    family_id INTEGER NOT NULL REFERENCES family (id),
    child_id  INTEGER NOT NULL REFERENCES child (id),
    from_on   TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on     TEXT CHECK (length(to_on) = 10),
    act_id    INTEGER NOT NULL REFERENCES act (id),
    CHECK (to_on IS NULL OR from_on <= to_on),
    PRIMARY KEY (family_id, child_id, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX family_membership_of_child ON family_membership (child_id);

-- Who may fetch a child besides its guardians.
CREATE TABLE authorised_person (
    id       INTEGER NOT NULL PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    name     TEXT    NOT NULL CHECK (name <> ''),
    phone    TEXT    NOT NULL CHECK (phone <> ''),
    relation TEXT    NOT NULL,
    from_on  TEXT CHECK (length(from_on) = 10),
    to_on    TEXT CHECK (length(to_on) = 10),
    act_id   INTEGER NOT NULL REFERENCES act (id),
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on)
) STRICT;
CREATE INDEX authorised_person_of_child ON authorised_person (child_id);
