-- Devices that asked to be told of news (Web Push), and what waits to be sent to them. What was sent is not kept.
CREATE TABLE device (
    id            TEXT    NOT NULL PRIMARY KEY,
    address_hash  BLOB    NOT NULL UNIQUE,  -- with a key from the environment: to know a device again
    language      TEXT    NOT NULL,
    polls         INTEGER NOT NULL,         -- 1: told of new polls and reports
    key_id        TEXT    NOT NULL,
    sealed        BLOB    NOT NULL,         -- where it can be reached, encrypted
    erase_on      TEXT    NOT NULL          -- a day; asking again moves it
) STRICT;

-- Ideas whose news a device is told of. Whoever asked has shown the follow key.
CREATE TABLE device_case (
    device_id  TEXT NOT NULL REFERENCES device (id),
    case_id    TEXT NOT NULL,
    key_id     TEXT NOT NULL,
    sealed     BLOB NOT NULL,               -- the follow key, encrypted: a message leads to the page that it opens
    PRIMARY KEY (device_id, case_id)
) STRICT;
CREATE INDEX device_case_case ON device_case (case_id);

-- One row for each device and subject: news that comes before the last was sent adds nothing.
CREATE TABLE push (
    number     INTEGER NOT NULL PRIMARY KEY,
    device_id  TEXT    NOT NULL REFERENCES device (id),
    subject    TEXT    NOT NULL,            -- JSON: of which kind, and an id
    since      INTEGER NOT NULL,
    tries      INTEGER NOT NULL DEFAULT 0,
    next_at    INTEGER NOT NULL,
    UNIQUE (device_id, subject)
) STRICT;
CREATE INDEX push_next ON push (next_at);
