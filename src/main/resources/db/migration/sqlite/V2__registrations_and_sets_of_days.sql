CREATE TABLE registration (
    id          INTEGER NOT NULL PRIMARY KEY,
    child_id    INTEGER NOT NULL REFERENCES child (id),
    family_id   INTEGER NOT NULL REFERENCES family (id),
    activity_id INTEGER NOT NULL REFERENCES activity (id),
    from_on     TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on       TEXT    NOT NULL CHECK (length(to_on) = 10),
    state       TEXT    NOT NULL CHECK (state IN ('pending', 'accepted', 'refused')),
    act_id      INTEGER NOT NULL REFERENCES act (id),
    CHECK (from_on <= to_on),
    UNIQUE (child_id, activity_id, family_id, from_on),
    FOREIGN KEY (family_id, child_id) REFERENCES child_family (family_id, child_id)
) STRICT;

-- A typical week is kept as a rule: what it booked can be worked out again when the calendar moves.
CREATE TABLE typical_week (
    id        INTEGER NOT NULL PRIMARY KEY,
    child_id  INTEGER NOT NULL REFERENCES child (id),
    unit_id   INTEGER NOT NULL REFERENCES unit (id),
    family_id INTEGER REFERENCES family (id),
    from_on   TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on     TEXT    NOT NULL CHECK (length(to_on) = 10),
    weekdays  INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    weeks     TEXT    NOT NULL CHECK (weeks IN ('all', 'even', 'odd')),
    act_id    INTEGER NOT NULL REFERENCES act (id),
    CHECK (from_on <= to_on),
    UNIQUE (child_id, unit_id, from_on)
) STRICT;

-- The heart: one row a registration, unit and month; every column of the second group is a set of days.
--   booked          will come, or was to come and is billed
--   by_rule         the booked days that a typical week brought and nobody touched since
--   cancelled       taken back by hand: no rule books them again
--   cancelled_late  booked days on which the child will not come, billed all the same
--   waived          cancelled days that are never billed, come what may
--   present, absent, excused   attendance
CREATE TABLE reservation_month (
    month           INTEGER NOT NULL,
    unit_id         INTEGER NOT NULL REFERENCES unit (id),
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    booked          INTEGER NOT NULL DEFAULT 0,
    by_rule         INTEGER NOT NULL DEFAULT 0,
    cancelled       INTEGER NOT NULL DEFAULT 0,
    cancelled_late  INTEGER NOT NULL DEFAULT 0,
    waived          INTEGER NOT NULL DEFAULT 0,
    present         INTEGER NOT NULL DEFAULT 0,
    absent          INTEGER NOT NULL DEFAULT 0,
    excused         INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (month, unit_id, registration_id),
    CHECK (month BETWEEN 200001 AND 219912 AND month % 100 BETWEEN 1 AND 12),
    CHECK ((by_rule & ~booked) | (cancelled_late & ~booked) | (waived & ~cancelled) | (booked & cancelled)
        | (present & absent) | (present & excused) | (absent & excused) = 0),
    CHECK ((booked | cancelled | present | absent | excused) BETWEEN 0 AND 2147483647
        AND (booked | cancelled | present | absent | excused)
            >> CASE month % 100
                   WHEN 2 THEN CASE WHEN month / 100 % 4 = 0 AND (month / 100 % 100 <> 0 OR month / 100 % 400 = 0) THEN 29 ELSE 28 END
                   WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 WHEN 11 THEN 30
                   ELSE 31 END = 0)
) STRICT, WITHOUT ROWID;

-- Who booked what when: which days an act added to a set and removed from it.
-- day_set: 1 booked, 2 cancelled, 3 cancelled late, 4 waived, 5 present, 6 absent, 7 excused.
CREATE TABLE reservation_change (
    month           INTEGER NOT NULL,
    unit_id         INTEGER NOT NULL,
    registration_id INTEGER NOT NULL,
    act_id          INTEGER NOT NULL REFERENCES act (id),
    day_set         INTEGER NOT NULL CHECK (day_set BETWEEN 1 AND 7),
    added           INTEGER NOT NULL,
    removed         INTEGER NOT NULL CHECK (added | removed <> 0 AND added & removed = 0),
    PRIMARY KEY (month, unit_id, registration_id, act_id, day_set),
    FOREIGN KEY (month, unit_id, registration_id) REFERENCES reservation_month (month, unit_id, registration_id)
) STRICT, WITHOUT ROWID;

-- What waits for a decision or for a place, one row a day asked; decided requests stay, with their verdict.
CREATE TABLE day_request (
    id              INTEGER NOT NULL PRIMARY KEY,
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    unit_id         INTEGER NOT NULL REFERENCES unit (id),
    day_on          TEXT    NOT NULL CHECK (length(day_on) = 10),
    action          TEXT    NOT NULL CHECK (action IN ('add', 'cancel')),
    submitted_at    TEXT    NOT NULL,
    login           TEXT,
    state           TEXT    NOT NULL CHECK (state IN ('requested', 'waiting', 'granted', 'refused', 'expired', 'withdrawn')),
    verdict         TEXT,
    act_id          INTEGER NOT NULL REFERENCES act (id),
    decided_act_id  INTEGER REFERENCES act (id)
) STRICT;
CREATE UNIQUE INDEX day_request_open ON day_request (registration_id, unit_id, day_on, action) WHERE state IN ('requested', 'waiting');
CREATE INDEX day_request_waiting ON day_request (unit_id, day_on, submitted_at, id) WHERE state = 'waiting';

-- For whoever opens the file with a shell: one row a day, its state in words.
CREATE VIEW reservation AS
WITH RECURSIVE day (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM day WHERE n < 31)
SELECT child.code AS child,
       activity.code AS activity,
       unit.code AS unit,
       family.code AS family,
       printf('%04d-%02d-%02d', m.month / 100, m.month % 100, day.n) AS day_on,
       CASE
           WHEN m.cancelled_late >> (day.n - 1) & 1 THEN 'cancelled-late'
           WHEN m.booked >> (day.n - 1) & 1 THEN 'booked'
           WHEN m.cancelled >> (day.n - 1) & 1 THEN 'cancelled'
       END AS state,
       CASE
           WHEN m.present >> (day.n - 1) & 1 THEN 'present'
           WHEN m.absent >> (day.n - 1) & 1 THEN 'absent'
           WHEN m.excused >> (day.n - 1) & 1 THEN 'excused'
       END AS attendance
FROM reservation_month m
JOIN day ON (m.booked | m.cancelled | m.present | m.absent | m.excused) >> (day.n - 1) & 1
JOIN registration ON registration.id = m.registration_id
JOIN child ON child.id = registration.child_id
JOIN family ON family.id = registration.family_id
JOIN unit ON unit.id = m.unit_id
JOIN activity ON activity.id = unit.activity_id
UNION ALL
SELECT child.code, activity.code, unit.code, family.code, r.day_on,
       CASE WHEN r.state = 'requested' AND r.action = 'cancel' THEN 'cancel-requested' ELSE r.state END,
       NULL
FROM day_request r
JOIN registration ON registration.id = r.registration_id
JOIN child ON child.id = registration.child_id
JOIN family ON family.id = registration.family_id
JOIN unit ON unit.id = r.unit_id
JOIN activity ON activity.id = unit.activity_id
WHERE r.state IN ('requested', 'waiting');
