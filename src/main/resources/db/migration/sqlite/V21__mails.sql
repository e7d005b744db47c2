-- Mails to families. A mail is uncertain from before its content goes out until the server's answer is kept: whatever cuts a sender
-- off leaves doubt, and nothing is sent twice by itself. What a mail says is made when it is sent, from what it names; no password
-- stands here.
DROP TABLE mail;

CREATE TABLE mail (
    id              INTEGER NOT NULL PRIMARY KEY,
    kind            TEXT    NOT NULL CHECK (kind IN ('invoice', 'reminder', 'credential', 'tax-certificate',
                                                     'registration-certificate', 'waiting-list')),
    family_id       INTEGER NOT NULL REFERENCES family (id),
    recipient       TEXT    NOT NULL CHECK (recipient <> ''),
    invoice_id      INTEGER REFERENCES invoice (id),
    reminder_id     INTEGER REFERENCES reminder (id),
    certificate_id  INTEGER REFERENCES tax_certificate (id),
    child_id        INTEGER REFERENCES child (id),
    activity_id     INTEGER REFERENCES activity (id),
    about_on        TEXT CHECK (length(about_on) = 10),
    is_renewal      INTEGER NOT NULL DEFAULT 0 CHECK (is_renewal IN (0, 1)),
    state           TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'deferred', 'failed', 'uncertain', 'cancelled')),
    attempts        INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    reply           TEXT,
    reason          TEXT,
    queued_at       TEXT    NOT NULL,
    updated_at      TEXT    NOT NULL,
    next_attempt_at TEXT,
    act_id          INTEGER NOT NULL REFERENCES act (id),
    CHECK ((kind = 'invoice') = (invoice_id IS NOT NULL)),
    CHECK ((kind = 'reminder') = (reminder_id IS NOT NULL)),
    CHECK ((kind = 'tax-certificate') = (certificate_id IS NOT NULL)),
    CHECK ((state IN ('waiting', 'deferred')) = (next_attempt_at IS NOT NULL))
) STRICT;
CREATE INDEX mail_to_send ON mail (next_attempt_at) WHERE state IN ('waiting', 'deferred');
CREATE INDEX mail_of_family ON mail (family_id);
CREATE INDEX mail_of_invoice ON mail (invoice_id) WHERE invoice_id IS NOT NULL;
CREATE INDEX mail_of_reminder ON mail (reminder_id) WHERE reminder_id IS NOT NULL;
CREATE INDEX mail_of_certificate ON mail (certificate_id) WHERE certificate_id IS NOT NULL;

-- The places that a mail tells a family of.
CREATE TABLE mail_place (
    mail_id  INTEGER NOT NULL REFERENCES mail (id),
    child_id INTEGER NOT NULL REFERENCES child (id),
    unit_id  INTEGER NOT NULL REFERENCES unit (id),
    day_on   TEXT    NOT NULL CHECK (length(day_on) = 10),
    PRIMARY KEY (mail_id, child_id, unit_id, day_on)
) STRICT, WITHOUT ROWID;
