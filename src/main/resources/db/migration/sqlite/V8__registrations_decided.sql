-- Why a registration was refused; and the ages, in completed years on a registration's first day, that an activity takes.
ALTER TABLE registration ADD COLUMN reason TEXT CHECK (reason IS NULL OR state = 'refused');
ALTER TABLE activity ADD COLUMN min_age INTEGER CHECK (min_age BETWEEN 0 AND 99);
ALTER TABLE activity ADD COLUMN max_age INTEGER CHECK (max_age BETWEEN 0 AND 99);
