-- A house style that is being taken over from a site: the last one of each official, for some minutes. Nothing of it is
-- shown to residents before the official stores it as any other theme.
CREATE TABLE takeover (
    official_id TEXT    NOT NULL PRIMARY KEY,
    hash        BLOB    NOT NULL UNIQUE,     -- of the key that the site's page gets; the key itself is not stored
    site        TEXT    NOT NULL,            -- the only origin that may send something
    expires_at  INTEGER NOT NULL,
    theme       TEXT                         -- what came; NULL: nothing yet
) STRICT;
