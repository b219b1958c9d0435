-- Other systems that hear of what happens.
CREATE TABLE webhook (
    id               TEXT    NOT NULL PRIMARY KEY,
    partner          TEXT    REFERENCES partner (id),    -- none: the municipality's own, which hears of everything
    url              TEXT    NOT NULL,
    state            TEXT    NOT NULL CHECK (state IN ('on', 'off', 'gone')),
    made_at          INTEGER NOT NULL,                   -- milliseconds since 1970
    key_id           TEXT    NOT NULL,                   -- the key that the secret is encrypted with
    sealed           BLOB    NOT NULL,
    previous_key_id  TEXT,
    previous_sealed  BLOB,                               -- the secret before, which signs too …
    previous_until   INTEGER,                            -- … until then
    reached_at       INTEGER,                            -- when it last took something
    failed_at        INTEGER,                            -- when it last did not
    trouble          TEXT,                               -- why: shared::webhook::WebhookTrouble
    status           INTEGER,                            -- the status that it answered with
    alarmed          INTEGER NOT NULL DEFAULT 0 CHECK (alarmed IN (0, 1)),
    CHECK ((previous_sealed IS NULL) = (previous_until IS NULL))
) STRICT;

-- What each of them is told, written with what it tells of: ids only.
CREATE TABLE webhook_delivery (
    id           TEXT    NOT NULL PRIMARY KEY,           -- webhook-id, and the id of the CloudEvent, through all tries
    webhook      TEXT    NOT NULL REFERENCES webhook (id),
    event        TEXT    NOT NULL,                       -- shared::webhook::WebhookEvent
    subject      TEXT    NOT NULL CHECK (json_valid(subject)),
    happened_at  INTEGER NOT NULL,                       -- milliseconds since 1970
    since        INTEGER NOT NULL,                       -- from when the term counts in which it is tried
    state        TEXT    NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
    tries        INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
    next_at      INTEGER,                                -- when it is tried next
    settled_at   INTEGER,                                -- when it was sent or given up
    trouble      TEXT,
    status       INTEGER,
    CHECK ((state = 'waiting') = (next_at IS NOT NULL)),
    CHECK ((state = 'waiting') = (settled_at IS NULL))
) STRICT;
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_at) WHERE state = 'waiting';
CREATE INDEX webhook_delivery_webhook ON webhook_delivery (webhook, happened_at);
CREATE INDEX webhook_delivery_settled ON webhook_delivery (settled_at) WHERE settled_at IS NOT NULL;
