-- A shuttle takes children to a unit, or home from it, on some weekdays. Without days of its own it runs as long as the activity.
CREATE TABLE shuttle (
    id       INTEGER NOT NULL PRIMARY KEY,
    code     TEXT    NOT NULL UNIQUE CHECK (code <> ''),
    label    TEXT    NOT NULL,
    unit_id  INTEGER NOT NULL REFERENCES unit (id),
    weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    seats    INTEGER NOT NULL CHECK (seats >= 1),
    from_on  TEXT CHECK (length(from_on) = 10),
    to_on    TEXT CHECK (length(to_on) = 10),
    CHECK (from_on IS NULL OR to_on IS NULL OR from_on <= to_on)
) STRICT;

-- A stop that the setup has no more is kept, not served, for the lists of the days on which it was.
CREATE TABLE shuttle_stop (
    id           INTEGER NOT NULL PRIMARY KEY,
    shuttle_id   INTEGER NOT NULL REFERENCES shuttle (id),
    code         TEXT    NOT NULL CHECK (code <> ''),
    label        TEXT    NOT NULL,
    passing_time TEXT    NOT NULL CHECK (length(passing_time) = 5),
    is_served    INTEGER NOT NULL CHECK (is_served IN (0, 1)),
    UNIQUE (shuttle_id, code)
) STRICT;

-- The act is the one that gave the seat: where more children come than there are seats, those who got theirs last are over.
CREATE TABLE shuttle_place (
    id       INTEGER NOT NULL PRIMARY KEY,
    child_id INTEGER NOT NULL REFERENCES child (id),
    stop_id  INTEGER NOT NULL REFERENCES shuttle_stop (id),
    weekdays INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    from_on  TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on    TEXT    NOT NULL CHECK (length(to_on) = 10),
    act_id   INTEGER NOT NULL REFERENCES act (id),
    CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX shuttle_place_of_child ON shuttle_place (child_id);
CREATE INDEX shuttle_place_at_stop ON shuttle_place (stop_id);
