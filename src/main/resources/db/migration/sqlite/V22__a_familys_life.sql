-- A family that was another one's duplicate: its children are the other's, and its own documents stay with it.
CREATE TABLE family_merge (
    family_id INTEGER NOT NULL PRIMARY KEY REFERENCES family (id),
    into_id   INTEGER NOT NULL REFERENCES family (id),
    merged_on TEXT    NOT NULL CHECK (length(merged_on) = 10),
    act_id    INTEGER NOT NULL REFERENCES act (id),
    CHECK (family_id <> into_id)
) STRICT;
CREATE INDEX family_merge_into ON family_merge (into_id);
