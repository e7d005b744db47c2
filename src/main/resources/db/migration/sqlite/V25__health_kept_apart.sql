-- What those who look after a child must do for its health: kept apart from all else, shown only where the reading is recorded, and
-- really deleted. No seal covers it, so that it can go without a trace of what it said.
CREATE TABLE child_health (
    id       INTEGER NOT NULL PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    kind     TEXT    NOT NULL CHECK (kind IN ('pai', 'allergy')),
    content  TEXT    NOT NULL CHECK (content <> ''),
    from_on  TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on    TEXT CHECK (length(to_on) = 10),
    act_id   INTEGER NOT NULL REFERENCES act (id),
    CHECK (to_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX child_health_of_child ON child_health (child_id);
