-- The poll that this box takes ballots for.
CREATE TABLE poll (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    frozen     TEXT    NOT NULL CHECK (json_valid(frozen)),  -- shared::poll::FrozenPoll, byte for byte as it came
    digest     TEXT    NOT NULL,                       -- SHA-256 of `frozen`, hexadecimal
    closes_at  INTEGER NOT NULL                        -- milliseconds since 1970; earlier when closed early
) STRICT;

-- Ballots: what one respondent answered. No time finer than a day, and nothing of who it was.
CREATE TABLE ballot (
    id           TEXT NOT NULL PRIMARY KEY,            -- random; made by the browser
    answers      TEXT NOT NULL CHECK (json_valid(answers)),  -- by question, cleaned
    area_id      TEXT,
    channel      TEXT NOT NULL CHECK (channel IN ('online', 'desk', 'phone', 'paper')),
    received_on  TEXT NOT NULL                         -- civil date
) STRICT, WITHOUT ROWID;                               -- so that no row number tells the order

-- What the ballots add up to, kept in the same transaction as each ballot.
CREATE TABLE counter (
    area_id      TEXT    NOT NULL,                     -- empty: those who named no area
    question_id  TEXT    NOT NULL,                     -- empty: ballots as such
    row          TEXT    NOT NULL CHECK (json_valid(row)),  -- shared::tally::Row
    count        INTEGER NOT NULL CHECK (count > 0),
    PRIMARY KEY (area_id, question_id, row)
) STRICT;
CREATE TABLE channel_counter (
    channel  TEXT    NOT NULL PRIMARY KEY,
    count    INTEGER NOT NULL CHECK (count > 0)
) STRICT;
