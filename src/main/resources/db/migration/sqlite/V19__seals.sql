-- What an act recorded for ever: its row, what it changed, and the rows of money and papers that carry its id. Each seal's hash covers
-- that and the seal before it. Acts from before this table have none: a hash of zeros marks the last of them.
CREATE TABLE seal (
    act_id INTEGER NOT NULL PRIMARY KEY REFERENCES act (id),
    hash   BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO seal (act_id, hash) SELECT id, zeroblob(32) FROM act ORDER BY id DESC LIMIT 1;

CREATE INDEX payment_of_act ON payment (act_id);
CREATE INDEX payout_of_act ON payout (act_id);
CREATE INDEX allocation_of_act ON allocation (act_id);
CREATE INDEX tax_certificate_of_act ON tax_certificate (act_id);
CREATE INDEX deposit_of_act ON deposit (act_id);
CREATE INDEX reminder_of_act ON reminder (act_id);
CREATE INDEX payment_plan_of_act ON payment_plan (act_id);
CREATE INDEX treasury_list_of_act ON treasury_list (act_id);
CREATE INDEX tariff_of_act ON tariff (act_id);
