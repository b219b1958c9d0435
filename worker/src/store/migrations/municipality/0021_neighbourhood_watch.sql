-- Neighbourhood watch; the column kind then says initiative. And since when its contact should have been in touch.
ALTER TABLE case_file ADD COLUMN watch INTEGER NOT NULL DEFAULT 0 CHECK (watch IN (0, 1));
ALTER TABLE case_file ADD COLUMN contact_due TEXT;
ALTER TABLE case_file ADD COLUMN contact_official TEXT;
CREATE INDEX case_contact_due ON case_file (contact_due, year, serial) WHERE contact_due IS NOT NULL;
