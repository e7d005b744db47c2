-- From a day on, a second family pays a registration's even or odd ISO weeks, or a share of each day; without one, its own family
-- pays alone again. Shares are in hundredths of a percent.
CREATE TABLE registration_share (
    registration_id INTEGER NOT NULL REFERENCES registration (id),
    from_on         TEXT    NOT NULL CHECK (length(from_on) = 10),
    family_id       INTEGER REFERENCES family (id),
    weeks           TEXT    NOT NULL CHECK (weeks IN ('all', 'even', 'odd')),
    share           INTEGER NOT NULL CHECK (share BETWEEN 1 AND 10000),
    act_id          INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (registration_id, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX registration_share_of_family ON registration_share (family_id);

-- What part of a day's price a piece bills, and whether the price is the surcharge for coming without booking.
ALTER TABLE invoice_line ADD COLUMN share_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE invoice_line ADD COLUMN share_to INTEGER NOT NULL DEFAULT 10000;
ALTER TABLE invoice_line ADD COLUMN is_surcharge INTEGER NOT NULL DEFAULT 0 CHECK (is_surcharge IN (0, 1));
UPDATE invoice_line SET is_surcharge = 1 WHERE kind = 'surcharge';
