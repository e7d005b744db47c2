-- Which children a tariff row is for: by age, school level, rank in the family, or for those who bring their meal.
ALTER TABLE tariff ADD COLUMN min_age INTEGER CHECK (min_age BETWEEN 0 AND 99);
ALTER TABLE tariff ADD COLUMN max_age INTEGER CHECK (max_age BETWEEN 0 AND 99);
ALTER TABLE tariff ADD COLUMN levels TEXT NOT NULL DEFAULT '';
ALTER TABLE tariff ADD COLUMN min_rank INTEGER CHECK (min_rank >= 1);
ALTER TABLE tariff ADD COLUMN max_rank INTEGER CHECK (max_rank >= 1);
ALTER TABLE tariff ADD COLUMN is_own_meal INTEGER CHECK (is_own_meal IN (0, 1));

DROP INDEX tariff_in_force;
CREATE UNIQUE INDEX tariff_in_force ON tariff (
    unit_id, valid_from_on, quotient_from_cents, residency, coalesce(min_age, -1), coalesce(max_age, -1), levels,
    coalesce(min_rank, -1), coalesce(max_rank, -1), coalesce(is_own_meal, -1)
) WHERE retired_act_id IS NULL;

ALTER TABLE child_schooling ADD COLUMN level TEXT NOT NULL DEFAULT '';
ALTER TABLE child_schooling ADD COLUMN is_bringing_meal INTEGER NOT NULL DEFAULT 0 CHECK (is_bringing_meal IN (0, 1));
