-- Every list of cases is read page by page along an index that has its order, from where the page before ended.
DROP INDEX case_offered;
CREATE INDEX case_offered ON case_file (offered_to, promise, year, serial) WHERE state = 'open';
CREATE INDEX case_escalated ON case_file (promise, year, serial) WHERE state = 'open' AND escalated = 1;
DROP INDEX case_held;
CREATE INDEX case_held ON case_file (year, serial) WHERE held = 1;
DROP INDEX case_threatened;
CREATE INDEX case_threatened ON case_file (year, serial) WHERE threatened = 1;
DROP INDEX case_ended;
CREATE INDEX case_ended ON case_file (ended_at, year, serial) WHERE state <> 'open';
DROP INDEX case_ended_owner;
CREATE INDEX case_ended_owner ON case_file (owner, ended_at, year, serial) WHERE state <> 'open';
-- All that the overview counts stands in the index itself.
CREATE INDEX case_overview ON case_file (owner, status, promise, escalated, offered_to) WHERE state = 'open';

-- The place of the case in the lists of who helps; no promise: it is not open.
ALTER TABLE case_support ADD COLUMN promise TEXT;
ALTER TABLE case_support ADD COLUMN year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE case_support ADD COLUMN serial INTEGER NOT NULL DEFAULT 0;
UPDATE case_support SET (promise, year, serial) =
    (SELECT promise, year, serial FROM case_file WHERE case_file.id = case_support.case_id);
CREATE INDEX case_support_list ON case_support (partner, promise, year, serial) WHERE promise IS NOT NULL;

-- What cases are found by. The rowid is the number of the case: year times ten million, plus the serial, so that the
-- newest come first without sorting. `words`: the number and what the resident reads, as partners read it. `marks`: who
-- may see the case and what else lists are narrowed by, in tokens that no word can be; see store/case_search.rs.
CREATE VIRTUAL TABLE case_search USING fts5 (words, marks, tokenize = 'unicode61 remove_diacritics 2', prefix = '3');
-- What is removed leaves the index at once, not when parts of it are next put together.
INSERT INTO case_search (case_search, rank) VALUES ('secure-delete', 1);
-- Cases from before this table are taken in by a job.
INSERT INTO job (kind, key, due_at) SELECT 'index-cases', '', 0 WHERE EXISTS (SELECT 1 FROM case_file);
