-- Months of a family that something touched after they were invoiced: its next run of a later month looks for a difference.
CREATE TABLE month_to_adjust (
    family_id INTEGER NOT NULL REFERENCES family (id),
    month     INTEGER NOT NULL,
    PRIMARY KEY (family_id, month)
) STRICT, WITHOUT ROWID;
