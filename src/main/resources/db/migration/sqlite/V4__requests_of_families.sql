-- What families ask for through the portal, as they wrote it: what their codes mean is found out when it is judged.

DROP VIEW reservation;

CREATE TABLE day_request_as_asked (
    id              INTEGER NOT NULL PRIMARY KEY,
    registration_id INTEGER REFERENCES registration (id),
    unit_id         INTEGER REFERENCES unit (id),
    day_on          TEXT    NOT NULL CHECK (length(day_on) = 10),
    action          TEXT    NOT NULL CHECK (action IN ('add', 'cancel')),
    submitted_at    TEXT    NOT NULL,
    login           TEXT,
    child           TEXT    NOT NULL DEFAULT '',
    activity        TEXT    NOT NULL DEFAULT '',
    unit            TEXT    NOT NULL DEFAULT '',
    is_by_rule      INTEGER NOT NULL DEFAULT 0 CHECK (is_by_rule IN (0, 1)),
    state           TEXT    NOT NULL CHECK (state IN ('requested', 'waiting', 'granted', 'refused', 'expired', 'withdrawn')),
    verdict         TEXT,
    reason          TEXT,
    act_id          INTEGER NOT NULL REFERENCES act (id),
    decided_act_id  INTEGER REFERENCES act (id),
    CHECK (state <> 'waiting' OR (registration_id IS NOT NULL AND unit_id IS NOT NULL))
) STRICT;

INSERT INTO day_request_as_asked (id, registration_id, unit_id, day_on, action, submitted_at, login, child, activity, unit,
                                  is_by_rule, state, verdict, act_id, decided_act_id)
SELECT r.id, r.registration_id, r.unit_id, r.day_on, r.action, r.submitted_at, r.login, child.code, activity.code, unit.code,
       act.kind IN ('import weeks', 'reservation week'), r.state, r.verdict, r.act_id, r.decided_act_id
FROM day_request r
JOIN act ON act.id = r.act_id
JOIN registration ON registration.id = r.registration_id
JOIN child ON child.id = registration.child_id
JOIN unit ON unit.id = r.unit_id
JOIN activity ON activity.id = unit.activity_id;

DROP TABLE day_request;
ALTER TABLE day_request_as_asked RENAME TO day_request;

CREATE UNIQUE INDEX day_request_in_line ON day_request (registration_id, unit_id, day_on) WHERE state = 'waiting';
CREATE INDEX day_request_open ON day_request (registration_id, unit_id, day_on) WHERE state IN ('requested', 'waiting');
CREATE INDEX day_request_undecided ON day_request (submitted_at, id) WHERE state = 'requested';
CREATE INDEX day_request_waiting ON day_request (unit_id, day_on, submitted_at, id) WHERE state = 'waiting';
CREATE INDEX day_request_refused ON day_request (day_on, registration_id) WHERE state = 'refused';
CREATE UNIQUE INDEX day_request_once ON day_request (submitted_at, login, child, activity, unit, day_on, action)
    WHERE login IS NOT NULL AND is_by_rule = 0;

-- A typical week that a family asks for.
CREATE TABLE week_request (
    id             INTEGER NOT NULL PRIMARY KEY,
    submitted_at   TEXT    NOT NULL,
    login          TEXT    NOT NULL,
    child          TEXT    NOT NULL,
    activity       TEXT    NOT NULL,
    unit           TEXT    NOT NULL,
    from_on        TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on          TEXT    NOT NULL CHECK (length(to_on) = 10),
    weekdays       INTEGER NOT NULL CHECK (weekdays BETWEEN 1 AND 127),
    weeks          TEXT    NOT NULL CHECK (weeks IN ('all', 'even', 'odd')),
    state          TEXT    NOT NULL CHECK (state IN ('requested', 'granted', 'refused')),
    verdict        TEXT,
    reason         TEXT,
    act_id         INTEGER NOT NULL REFERENCES act (id),
    decided_act_id INTEGER REFERENCES act (id),
    CHECK (from_on <= to_on),
    UNIQUE (submitted_at, login, child, activity, unit, from_on, to_on, weekdays, weeks)
) STRICT;
CREATE INDEX week_request_undecided ON week_request (submitted_at, id) WHERE state = 'requested';

-- A document that a family asks to be sent by mail; child, activity, unit and day where it named them, else empty.
CREATE TABLE document_request (
    id             INTEGER NOT NULL PRIMARY KEY,
    submitted_at   TEXT    NOT NULL,
    login          TEXT    NOT NULL,
    document       TEXT    NOT NULL CHECK (document IN ('invoice', 'tax-certificate', 'registration-certificate')),
    child          TEXT    NOT NULL,
    activity       TEXT    NOT NULL,
    unit           TEXT    NOT NULL,
    day_on         TEXT CHECK (length(day_on) = 10),
    state          TEXT    NOT NULL CHECK (state IN ('requested', 'granted', 'refused')),
    verdict        TEXT,
    reason         TEXT,
    act_id         INTEGER NOT NULL REFERENCES act (id),
    decided_act_id INTEGER REFERENCES act (id)
) STRICT;
CREATE INDEX document_request_undecided ON document_request (submitted_at, id) WHERE state = 'requested';

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
