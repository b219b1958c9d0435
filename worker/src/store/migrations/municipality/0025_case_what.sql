-- A text that is written while a case still waits for its first one is looked for among all cases: the reference may be
-- met later, so SQLite asks whether this row meets it.
CREATE INDEX case_what ON case_file (what);
