-- A case: what the fold over its events gives, as far as lists and lookups need it. The events are what counts.
CREATE TABLE case_file (
    id           TEXT NOT NULL PRIMARY KEY,
    year         INTEGER NOT NULL,                 -- 2026-0147: the year of receipt …
    serial       INTEGER NOT NULL CHECK (serial > 0),  -- … and which case of that year
    version      INTEGER NOT NULL CHECK (version > 0), -- number of events
    state        TEXT    NOT NULL CHECK (state IN ('open', 'concluded', 'withdrawn')),
    status       TEXT    NOT NULL,                 -- what residents see of it
    owner        TEXT    NOT NULL REFERENCES partner (id),
    offered_to   TEXT    REFERENCES partner (id),  -- asked to take it over, and has not answered
    promise      TEXT,                             -- civil date by which the resident hears something
    escalated    INTEGER NOT NULL CHECK (escalated IN (0, 1)),
    held         INTEGER NOT NULL CHECK (held IN (0, 1)),    -- only coordinators may see it
    public       INTEGER NOT NULL CHECK (public IN (0, 1)),  -- everybody sees it as an initiative
    waiting      INTEGER NOT NULL CHECK (waiting IN (0, 1)), -- a question waits for the resident
    kind         TEXT    NOT NULL CHECK (kind IN ('idea', 'initiative', 'notice')),
    topic_id     TEXT    REFERENCES topic (id),    -- none: the resident did not know
    area_id      TEXT    NOT NULL REFERENCES area (id),
    received_on  TEXT    NOT NULL,                 -- civil date
    ended_at     INTEGER,                          -- milliseconds since 1970
    what         TEXT    NOT NULL REFERENCES case_text (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (year, serial),
    CHECK ((state = 'open') = (promise IS NOT NULL)),
    CHECK ((state = 'open') = (ended_at IS NULL)),
    CHECK (state = 'open' OR (offered_to IS NULL AND waiting = 0)),
    CHECK (held = 0 OR public = 0)
) STRICT;
CREATE INDEX case_open ON case_file (promise, year, serial) WHERE state = 'open';
CREATE INDEX case_owner ON case_file (owner, promise, year, serial) WHERE state = 'open';
CREATE INDEX case_offered ON case_file (offered_to) WHERE offered_to IS NOT NULL;
CREATE INDEX case_held ON case_file (promise, year, serial) WHERE held = 1;
CREATE INDEX case_ended ON case_file (ended_at) WHERE state <> 'open';
CREATE INDEX case_ended_owner ON case_file (owner, ended_at) WHERE state <> 'open';
CREATE INDEX case_public ON case_file (year, serial) WHERE public = 1;

-- What happened, only ever added to. No event holds what people wrote.
CREATE TABLE case_event (
    case_id  TEXT    NOT NULL REFERENCES case_file (id),
    number   INTEGER NOT NULL CHECK (number > 0),  -- 1, 2, 3 … within the case
    kind     TEXT    NOT NULL,
    body     TEXT    NOT NULL CHECK (json_valid(body)),  -- shared::case::Recorded, with its version
    PRIMARY KEY (case_id, number)
) STRICT;
CREATE TRIGGER case_event_no_update BEFORE UPDATE ON case_event
    BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
CREATE TRIGGER case_event_no_delete BEFORE DELETE ON case_event
    BEGIN SELECT RAISE(ABORT, 'events are only added'); END;

-- What people wrote. Erasure overwrites the words; the row stays, because events point to it.
CREATE TABLE case_text (
    id          TEXT NOT NULL PRIMARY KEY,
    case_id     TEXT    NOT NULL REFERENCES case_file (id),
    words       TEXT,                              -- plain text; none once erased
    written_at  INTEGER NOT NULL                   -- milliseconds since 1970
) STRICT;
CREATE INDEX case_text_case ON case_text (case_id);

-- How to reach the resident, apart from the case and encrypted: address and personal link.
CREATE TABLE case_contact (
    case_id  TEXT NOT NULL PRIMARY KEY REFERENCES case_file (id),
    key_id   TEXT    NOT NULL,                     -- which key of the environment opens it
    sealed   BLOB    NOT NULL
) STRICT;

-- Whoever has the key may follow the case. The key itself is nowhere in clear.
CREATE TABLE follow_key (
    hash     BLOB NOT NULL PRIMARY KEY,            -- SHA-256
    case_id  TEXT    NOT NULL REFERENCES case_file (id)
) STRICT;
CREATE INDEX follow_key_case ON follow_key (case_id);
