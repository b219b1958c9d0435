-- How organised the residents of an area are, as judged or scanned. For officials alone, and only added to: the newest
-- judgement counts. A reason can be emptied when somebody asks for it.
CREATE TABLE area_level (
    id           INTEGER NOT NULL PRIMARY KEY,
    area_id      TEXT    NOT NULL REFERENCES area (id),
    at           INTEGER NOT NULL,                 -- milliseconds since 1970
    level        TEXT    NOT NULL CHECK (level IN ('looseSand', 'beginningNetwork', 'group')),
    official_id  TEXT    REFERENCES official (id), -- who judged; none with no poll: the operator's file
    reason       TEXT,
    poll_id      TEXT    REFERENCES poll (id),     -- the scan
    score        REAL,                             -- from 0 to 10
    answers      INTEGER,
    CHECK (official_id IS NULL OR poll_id IS NULL),
    CHECK ((poll_id IS NULL) = (score IS NULL)),
    CHECK ((poll_id IS NULL) = (answers IS NULL)),
    UNIQUE (poll_id, area_id)
) STRICT;
CREATE INDEX area_level_area ON area_level (area_id, at);
CREATE TRIGGER area_level_no_update BEFORE UPDATE OF id, area_id, at, level, official_id, poll_id, score, answers
    ON area_level BEGIN SELECT RAISE(ABORT, 'levels are only added'); END;
CREATE TRIGGER area_level_no_delete BEFORE DELETE ON area_level
    BEGIN SELECT RAISE(ABORT, 'levels are only added'); END;

-- Where an area is in building a community; the newest counts. For officials alone.
CREATE TABLE area_phase (
    id           INTEGER NOT NULL PRIMARY KEY,
    area_id      TEXT    NOT NULL REFERENCES area (id),
    at           INTEGER NOT NULL,                 -- milliseconds since 1970
    phase        TEXT,                             -- shared::area_care::Phase; none: not used any more
    next         TEXT,
    official_id  TEXT    NOT NULL REFERENCES official (id)
) STRICT;
CREATE INDEX area_phase_area ON area_phase (area_id, at);
CREATE TRIGGER area_phase_no_update BEFORE UPDATE OF id, area_id, at, phase, official_id ON area_phase
    BEGIN SELECT RAISE(ABORT, 'phases are only added'); END;
CREATE TRIGGER area_phase_no_delete BEFORE DELETE ON area_phase
    BEGIN SELECT RAISE(ABORT, 'phases are only added'); END;

-- A group that was asked to help residents elsewhere. For officials alone.
CREATE TABLE group_help (
    id           TEXT NOT NULL PRIMARY KEY,
    version      INTEGER NOT NULL CHECK (version > 0),
    area_id      TEXT    NOT NULL REFERENCES area (id),  -- where the group is
    group_name   TEXT    NOT NULL,
    to_area_id   TEXT    NOT NULL REFERENCES area (id),
    asked_on     TEXT    NOT NULL,                 -- civil date
    answer       TEXT    NOT NULL CHECK (answer IN ('waiting', 'yes', 'no')),
    answered_on  TEXT,                             -- civil date
    note         TEXT,
    CHECK ((answer = 'waiting') = (answered_on IS NULL))
) STRICT;
CREATE INDEX group_help_area ON group_help (area_id);
CREATE INDEX group_help_to ON group_help (to_area_id);

-- Whom residents and officials can ask in an area. Only those marked as public are ever shown to residents.
CREATE TABLE area_contact (
    id          TEXT NOT NULL PRIMARY KEY,
    version     INTEGER NOT NULL CHECK (version > 0),
    area_id     TEXT    NOT NULL REFERENCES area (id),
    partner_id  TEXT    NOT NULL REFERENCES partner (id),
    role        TEXT    NOT NULL,                  -- shared::area_care::ContactRole
    name        TEXT    NOT NULL,
    phone       TEXT,
    email       TEXT,
    is_public   INTEGER NOT NULL CHECK (is_public IN (0, 1))
) STRICT;
CREATE INDEX area_contact_area ON area_contact (area_id);

-- Which question of a poll an editor says measures cohesion or willingness to act.
CREATE TABLE poll_measure (
    poll_id      TEXT NOT NULL REFERENCES poll (id),
    question_id  TEXT NOT NULL,
    about        TEXT NOT NULL,                    -- a statement or an answer; empty for a scale
    measure      TEXT NOT NULL CHECK (measure IN ('cohesion', 'willingness')),
    PRIMARY KEY (poll_id, question_id, about)
) STRICT;
