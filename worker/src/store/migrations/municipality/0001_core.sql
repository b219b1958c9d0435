-- What every object knows of itself.
CREATE TABLE object (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    name            TEXT    NOT NULL,              -- the slug; never changes
    public_version  INTEGER NOT NULL DEFAULT 0     -- counts changes of what the public sees
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

-- What the municipality sets for itself. No row: not loaded yet.
CREATE TABLE settings (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    body           TEXT    NOT NULL CHECK (json_valid(body)),  -- shared::settings::Settings
    rules_version  INTEGER NOT NULL,               -- counts changes of the routing rules; decisions keep it
    loaded_at      INTEGER NOT NULL                -- milliseconds since 1970
) STRICT;

-- In the tables below `position` is the place in the operator's file, and `retired_at` (milliseconds since 1970)
-- says since when a row is missing there: it is no longer chosen, but what refers to it still finds its name.

CREATE TABLE area (
    id             TEXT NOT NULL PRIMARY KEY,
    parent_id      TEXT    REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
    kind           TEXT    NOT NULL CHECK (kind IN ('wijk', 'buurt', 'complex')),
    name           TEXT    NOT NULL,
    cbs_code       TEXT,
    cbs_year       INTEGER,                        -- the year of the division that the code belongs to
    network_level  TEXT    CHECK (network_level IN ('looseSand', 'beginningNetwork', 'group')),  -- for officials only
    position       INTEGER NOT NULL,
    retired_at     INTEGER,
    CHECK ((cbs_code IS NULL) = (cbs_year IS NULL))
) STRICT;

CREATE TABLE topic (
    id          TEXT NOT NULL PRIMARY KEY,
    parent_id   TEXT    REFERENCES topic (id) DEFERRABLE INITIALLY DEFERRED,
    name        TEXT    NOT NULL CHECK (json_valid(name)),   -- by language
    help        TEXT    CHECK (json_valid(help)),            -- by language
    position    INTEGER NOT NULL,
    retired_at  INTEGER
) STRICT;

CREATE TABLE partner (
    id               TEXT NOT NULL PRIMARY KEY,
    name             TEXT    NOT NULL,
    kind             TEXT    NOT NULL CHECK (kind IN ('municipality', 'police', 'housingCorporation', 'welfare')),
    coordinating     INTEGER NOT NULL CHECK (coordinating IN (0, 1)),
    agreement_until  TEXT,                         -- civil date; none: no agreement
    position         INTEGER NOT NULL,
    retired_at       INTEGER
) STRICT;
-- Exactly one coordinates: the file's check sees to one, this to no more.
CREATE UNIQUE INDEX partner_coordinating ON partner (coordinating) WHERE coordinating = 1;

CREATE TABLE official (
    id          TEXT NOT NULL PRIMARY KEY,
    partner_id  TEXT    NOT NULL REFERENCES partner (id),
    name        TEXT    NOT NULL,
    email       TEXT    NOT NULL,
    role        TEXT    NOT NULL CHECK (role IN ('coordinator', 'handler', 'editor', 'administrator', 'reader')),
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    language    TEXT    NOT NULL,                  -- of the screen and of mail
    position    INTEGER NOT NULL,
    retired_at  INTEGER
) STRICT;
CREATE INDEX official_partner ON official (partner_id);

CREATE TABLE rule (
    id           TEXT NOT NULL PRIMARY KEY,
    lead         TEXT    NOT NULL REFERENCES partner (id),
    conditions   TEXT    NOT NULL CHECK (json_valid(conditions)),  -- topics, areas, kinds; supporting partners
    answer_days  INTEGER NOT NULL CHECK (answer_days >= 0),  -- working days until the first answer
    position     INTEGER NOT NULL,
    retired_at   INTEGER
) STRICT;

-- Links that sign in once.
CREATE TABLE sign_in_link (
    hash         BLOB NOT NULL PRIMARY KEY,              -- of the token; the token itself is nowhere
    official_id  TEXT    NOT NULL REFERENCES official (id),
    expires_at   INTEGER NOT NULL                  -- milliseconds since 1970; used links are deleted
) STRICT;
CREATE INDEX sign_in_link_official ON sign_in_link (official_id);

-- Who is signed in.
CREATE TABLE session (
    hash         BLOB NOT NULL PRIMARY KEY,              -- of the cookie's token
    official_id  TEXT    NOT NULL REFERENCES official (id),
    started_at   INTEGER NOT NULL,                 -- milliseconds since 1970
    seen_at      INTEGER NOT NULL                  -- last request, to the minute
) STRICT;
CREATE INDEX session_official ON session (official_id);

-- Answers to writes that carried an Idempotency-Key, to be given again.
CREATE TABLE idempotency (
    scope      TEXT    NOT NULL,                   -- which operation, and for whom
    key        TEXT    NOT NULL,                   -- the client's
    body_hash  BLOB    NOT NULL,                   -- SHA-256 of what was asked
    reply      TEXT    NOT NULL CHECK (json_valid(reply)),
    at         INTEGER NOT NULL,                   -- milliseconds since 1970
    PRIMARY KEY (scope, key)
) STRICT;
CREATE INDEX idempotency_at ON idempotency (at);

-- Messages to go out, written in the same transaction as what they tell of. No address and no text of a person:
-- both are filled in when sending.
CREATE TABLE outbox (
    id          TEXT NOT NULL PRIMARY KEY,
    template    TEXT    NOT NULL,                  -- which message
    recipient   TEXT    NOT NULL CHECK (json_valid(recipient)),  -- an official, a partner, or the resident of a case
    subject     TEXT    NOT NULL CHECK (json_valid(subject)),    -- what it is about: ids only
    created_at  INTEGER NOT NULL,                  -- milliseconds since 1970
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    tries       INTEGER NOT NULL DEFAULT 0,
    settled_at  INTEGER                            -- when it was sent or given up
) STRICT;
CREATE INDEX outbox_state ON outbox (state, created_at);

-- Who did what: append-only, each row bound to the one before it.
CREATE TABLE audit (
    number     INTEGER PRIMARY KEY,                -- 1, 2, 3 …
    at         INTEGER NOT NULL,                   -- milliseconds since 1970
    actor      TEXT    NOT NULL,                   -- operator, system, official:<id>
    action     TEXT    NOT NULL,
    object     TEXT    NOT NULL,                   -- ids only, never contact details or texts
    hash       BLOB    NOT NULL                    -- SHA-256 of the previous hash and this row
) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
