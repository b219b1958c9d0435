-- Open tasks of cases that go on, for the lists of partners; the events are what counts.
CREATE TABLE case_task (
    case_id TEXT NOT NULL REFERENCES case_file (id),
    -- The text that says what it is.
    task TEXT NOT NULL,
    -- Who does it; null for a resident.
    partner TEXT,
    until TEXT NOT NULL,
    PRIMARY KEY (case_id, task)
) STRICT, WITHOUT ROWID;

CREATE INDEX case_task_by_partner ON case_task (partner, until);
