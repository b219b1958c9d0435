CREATE TABLE site (
    origin    TEXT    NOT NULL PRIMARY KEY,                      -- as the browser writes it
    in_file   INTEGER NOT NULL CHECK (in_file IN (0, 1)),        -- the operator's file names it
    choice    TEXT    CHECK (choice IN ('added', 'removed')),    -- of an administrator, and goes before the file; NULL: none was made
    added_at  INTEGER NOT NULL
) STRICT;

-- How often a page asked for the widget. A row for each day and origin, nothing of who looked.
CREATE TABLE site_day (
    day     TEXT    NOT NULL,
    origin  TEXT    NOT NULL,                                    -- empty: the rest of that day, when there were too many
    loaded  INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    PRIMARY KEY (day, origin)
) STRICT;

INSERT INTO site (origin, in_file, choice, added_at)
SELECT value, 1, NULL, loaded_at FROM settings, json_each(settings.body, '$.sites');
