-- The number of the case in which this one goes on, as far as lookups need it. The events are what counts.
ALTER TABLE case_file ADD COLUMN merged_into TEXT;
CREATE INDEX case_merged ON case_file (merged_into) WHERE merged_into IS NOT NULL;
