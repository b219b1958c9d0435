-- What every object knows of itself.
CREATE TABLE object (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    name            TEXT    NOT NULL,              -- <slug>/<poll id>/<index>; never changes
    public_version  INTEGER NOT NULL DEFAULT 0     -- not used in a box
) STRICT;

-- Work to be done later; see store/job.rs.
CREATE TABLE job (
    kind     TEXT    NOT NULL,                     -- which handler
    key      TEXT    NOT NULL,                     -- what it is about; one job of a kind for each key
    due_at   INTEGER NOT NULL,                     -- milliseconds since 1970
    tries    INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    version  INTEGER NOT NULL DEFAULT 1,           -- counts how often it was asked for; see store/job.rs
    PRIMARY KEY (kind, key)
) STRICT;
CREATE INDEX job_due ON job (due_at);
