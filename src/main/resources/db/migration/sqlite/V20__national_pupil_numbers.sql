-- The ministry's number of a pupil (identifiant national élève); empty where it is not known.
ALTER TABLE child ADD COLUMN ine TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX child_ine ON child (ine) WHERE ine <> '';

-- What the ministry's extraction last said of a family's contacts: a value that still stands as it was written then may follow it.
CREATE TABLE extracted_contact (
    family_id INTEGER NOT NULL REFERENCES family (id),
    field     TEXT    NOT NULL CHECK (field IN ('address', 'guardian_email', 'guardian_phone', 'guardian2_email', 'guardian2_phone')),
    value     TEXT    NOT NULL,
    act_id    INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (family_id, field)
) STRICT, WITHOUT ROWID;
