-- What a family still owed of earlier invoices when a document was issued, and the day on which that was taken. Documents from before
-- this column say nothing of it.
ALTER TABLE invoice ADD COLUMN carried_cents INTEGER CHECK (carried_cents >= 0);
ALTER TABLE invoice ADD COLUMN carried_on TEXT CHECK ((carried_on IS NULL) = (carried_cents IS NULL) AND coalesce(length(carried_on), 10) = 10);
