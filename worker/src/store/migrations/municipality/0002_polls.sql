-- Polls, from draft to report.
CREATE TABLE poll (
    id        TEXT    NOT NULL PRIMARY KEY,
    body      TEXT    NOT NULL CHECK (json_valid(body)),   -- shared::poll::Poll
    version   INTEGER NOT NULL CHECK (version >= 1),       -- counts what officials change; the clock does not
    life      TEXT    NOT NULL CHECK (json_valid(life)),   -- shared::poll::PollLife
    frozen    TEXT    CHECK (json_valid(frozen)),          -- shared::poll::FrozenPoll, byte for byte as the boxes get it
    digest    TEXT,                                        -- SHA-256 of `frozen`, hexadecimal
    running   TEXT    NOT NULL CHECK (json_valid(running)),   -- raw: shared::tally::running::Running
    ballots   INTEGER NOT NULL CHECK (ballots >= 0),       -- at the last collection
    channels  TEXT    NOT NULL CHECK (json_valid(channels)),  -- ballots by channel, at the last collection
    report    TEXT    CHECK (json_valid(report)),          -- shared::poll::Report
    made_at   INTEGER NOT NULL,                            -- milliseconds since 1970
    CHECK (json_extract(life, '$.state')
        IN ('draft', 'planned', 'opening', 'open', 'closing', 'closed', 'reported')),
    CHECK ((json_extract(life, '$.state') IN ('draft', 'planned')) = (frozen IS NULL)),
    CHECK ((frozen IS NULL) = (digest IS NULL)),
    CHECK ((json_extract(life, '$.state') = 'reported') = (report IS NOT NULL))
) STRICT;

-- The raw counts of each box, as it last handed them in. Deleted once the last set is published.
CREATE TABLE poll_box (
    poll_id   TEXT    NOT NULL REFERENCES poll (id),
    number    INTEGER NOT NULL CHECK (number >= 0),
    counts    TEXT    NOT NULL CHECK (json_valid(counts)),    -- shared::tally::RawCounts
    channels  TEXT    NOT NULL CHECK (json_valid(channels)),  -- ballots by channel
    PRIMARY KEY (poll_id, number)
) STRICT;

-- Published sets of figures: numbered, and never changed again.
CREATE TABLE published (
    poll_id  TEXT    NOT NULL REFERENCES poll (id),
    number   INTEGER NOT NULL CHECK (number >= 1),
    day      TEXT    NOT NULL,                             -- civil date
    body     TEXT    NOT NULL CHECK (json_valid(body)),    -- shared::tally::Published
    PRIMARY KEY (poll_id, number)
) STRICT;
CREATE TRIGGER published_no_update BEFORE UPDATE ON published
    BEGIN SELECT RAISE(ABORT, 'published figures never change'); END;
CREATE TRIGGER published_no_delete BEFORE DELETE ON published
    BEGIN SELECT RAISE(ABORT, 'published figures never go'); END;

-- Ballots of a sample that the boxes have not taken yet.
CREATE TABLE sample_ballots (
    poll_id  TEXT NOT NULL PRIMARY KEY REFERENCES poll (id),
    ballots  TEXT NOT NULL CHECK (json_valid(ballots))
) STRICT;
