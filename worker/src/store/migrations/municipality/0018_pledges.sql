-- Who offered to help with an initiative, apart from the case and its events.
CREATE TABLE pledge (
    id          TEXT    NOT NULL PRIMARY KEY,             -- random
    case_id     TEXT    NOT NULL REFERENCES case_file (id),
    state       TEXT    NOT NULL CHECK (state IN ('offered', 'inTouch', 'declined', 'withdrawn', 'ended')),
    language    TEXT    NOT NULL,                         -- of the page they used
    key_hash    BLOB    NOT NULL UNIQUE,                  -- of the key that opens it; the key itself is nowhere
    offered_on  TEXT    NOT NULL                          -- civil date
) STRICT;
CREATE INDEX pledge_case ON pledge (case_id, state);

-- What the two wrote to each other: the offer first. Erased words are none.
CREATE TABLE pledge_message (
    pledge_id   TEXT    NOT NULL REFERENCES pledge (id),
    number      INTEGER NOT NULL,
    side        TEXT    NOT NULL CHECK (side IN ('pledger', 'initiator')),
    words       TEXT,
    written_on  TEXT    NOT NULL,                         -- civil date
    PRIMARY KEY (pledge_id, number)
) STRICT;

-- Where a mail goes when there is a message: encrypted, overwritten before it is deleted.
CREATE TABLE pledge_contact (
    pledge_id   TEXT    NOT NULL PRIMARY KEY REFERENCES pledge (id),
    key_id      TEXT    NOT NULL,                         -- the key that it is encrypted with
    sealed      BLOB    NOT NULL
) STRICT;
