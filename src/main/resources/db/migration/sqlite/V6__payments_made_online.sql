-- What PayFiP says of a payment made online, beside the payment's own day and amount: told again, it is known by this.
CREATE TABLE online_payment (
    payment_id INTEGER NOT NULL PRIMARY KEY REFERENCES payment (id),
    idop       TEXT CHECK (idop <> ''),
    numcli     TEXT    NOT NULL,
    refdet     TEXT    NOT NULL,
    numauto    TEXT    NOT NULL,
    heurtrans  TEXT CHECK (length(heurtrans) = 5)
) STRICT;
CREATE UNIQUE INDEX online_payment_idop ON online_payment (idop) WHERE idop IS NOT NULL;
CREATE INDEX online_payment_of_invoice ON online_payment (refdet);
