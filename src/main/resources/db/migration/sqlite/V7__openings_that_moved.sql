-- Days of a unit that the office's setup opened or closed after typical weeks were booked, until they are booked again.
CREATE TABLE opening_to_reapply (
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    month   INTEGER NOT NULL,
    days    INTEGER NOT NULL CHECK (days BETWEEN 1 AND 2147483647),
    PRIMARY KEY (unit_id, month),
    CHECK (month BETWEEN 200001 AND 219912 AND month % 100 BETWEEN 1 AND 12)
) STRICT, WITHOUT ROWID;

-- What moved until now was never noted: all months that hold anything are looked at once.
INSERT INTO opening_to_reapply (unit_id, month, days)
SELECT unit_id, month, 2147483647 FROM reservation_month GROUP BY unit_id, month;
