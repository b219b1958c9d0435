-- Partners whose people do not sign in: they work from a mailbox, by a link to one case and a mailed code.
ALTER TABLE partner ADD COLUMN by_mail INTEGER NOT NULL DEFAULT 0 CHECK (by_mail IN (0, 1));

-- The code that is valid now for one link: at most one. The code itself is nowhere: it follows from the id and a key of
-- the environment.
CREATE TABLE mailed_code (
    case_id     TEXT    NOT NULL REFERENCES case_file (id),
    partner     TEXT    NOT NULL REFERENCES partner (id),
    id          TEXT    NOT NULL,
    browser     BLOB    NOT NULL,                  -- SHA-256 of what only the page has that asked for it
    expires_at  INTEGER NOT NULL,                  -- milliseconds since 1970
    tries       INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    PRIMARY KEY (case_id, partner)
) STRICT;

-- How often somebody asked for a code or gave a wrong one, by link, in the last day.
CREATE TABLE mailed_try (
    case_id  TEXT    NOT NULL REFERENCES case_file (id),
    partner  TEXT    NOT NULL REFERENCES partner (id),
    kind     TEXT    NOT NULL CHECK (kind IN ('asked', 'wrong', 'locked')),
    at       INTEGER NOT NULL                      -- milliseconds since 1970
) STRICT;
CREATE INDEX mailed_try_case ON mailed_try (case_id, partner, kind, at);
CREATE INDEX mailed_try_at ON mailed_try (at);

-- Who has given the right code, for one case and a short time.
CREATE TABLE mailed_session (
    hash        BLOB    NOT NULL PRIMARY KEY,      -- SHA-256
    case_id     TEXT    NOT NULL REFERENCES case_file (id),
    partner     TEXT    NOT NULL REFERENCES partner (id),
    expires_at  INTEGER NOT NULL
) STRICT;
