-- What was ordered from the kitchen or the caterer, and when: the act says who. A code that is null names all, so that a count that
-- does not stand among the lines of an order that covers it was ordered as none.
CREATE TABLE meal_order (
    id        INTEGER NOT NULL PRIMARY KEY,
    from_on   TEXT    NOT NULL CHECK (length(from_on) = 10),
    to_on     TEXT    NOT NULL CHECK (length(to_on) = 10),
    activity  TEXT CHECK (activity <> ''),
    unit      TEXT CHECK (unit <> ''),
    school    TEXT CHECK (school <> ''),
    recipient TEXT    NOT NULL,
    note      TEXT    NOT NULL,
    act_id    INTEGER NOT NULL REFERENCES act (id),
    CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX meal_order_of_days ON meal_order (to_on, from_on);

-- Codes as they stood then; school and diet are empty where there was none.
CREATE TABLE meal_order_line (
    order_id INTEGER NOT NULL REFERENCES meal_order (id),
    day_on   TEXT    NOT NULL CHECK (length(day_on) = 10),
    activity TEXT    NOT NULL,
    unit     TEXT    NOT NULL,
    school   TEXT    NOT NULL,
    diet     TEXT    NOT NULL,
    meals    INTEGER NOT NULL CHECK (meals > 0),
    PRIMARY KEY (order_id, day_on, activity, unit, school, diet)
) STRICT, WITHOUT ROWID;
