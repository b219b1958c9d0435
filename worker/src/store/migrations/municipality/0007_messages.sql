-- Messages are sent: when to try next, what became of them, and one message for each person. The constraint on the
-- state cannot be changed in place, so the table is made anew.
CREATE TABLE message (
    id          TEXT NOT NULL PRIMARY KEY,          -- the first part of its Message-ID, through all tries
    template    TEXT    NOT NULL,                   -- which message
    recipient   TEXT    NOT NULL CHECK (json_valid(recipient)),  -- an official, a partner, or the resident of a case
    subject     TEXT    NOT NULL CHECK (json_valid(subject)),    -- what it is about: ids only
    created_at  INTEGER NOT NULL,                   -- milliseconds since 1970
    since       INTEGER NOT NULL,                   -- from when the term counts in which it is tried
    state       TEXT    NOT NULL CHECK (state IN ('waiting', 'kept', 'sent', 'failed', 'divided', 'nobody')),
    tries       INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    next_at     INTEGER,                            -- when it is tried next
    settled_at  INTEGER,                            -- when it was sent or given up
    trouble     TEXT,                               -- why the last try did not work: shared::notification::MailTrouble
    reply       TEXT,                               -- the codes of the server's reply, never its words: "550 5.1.1"
    CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
    CHECK ((state IN ('waiting', 'kept')) = (settled_at IS NULL))
) STRICT;
-- Until now nothing was ever sent; whoever sets up mail later does not send old news by surprise.
INSERT INTO message (id, template, recipient, subject, created_at, since, state)
    SELECT id, template, recipient, subject, created_at, created_at, 'kept' FROM outbox;
DROP TABLE outbox;
ALTER TABLE message RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (next_at) WHERE state = 'waiting';
CREATE INDEX outbox_state ON outbox (state, created_at);

-- How it last went with the mail server, for the administrator.
CREATE TABLE mail_server (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    reached_at  INTEGER,                            -- when it last took a message, milliseconds since 1970
    failed_at   INTEGER,                            -- when it last could not be used
    trouble     TEXT,                               -- why: shared::notification::MailTrouble
    reply       TEXT                                -- the codes of its reply
) STRICT;
