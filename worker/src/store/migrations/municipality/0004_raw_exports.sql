-- Who took the ballots of a poll out of the building, and why. The audit row has the id.
CREATE TABLE raw_export (
    id           TEXT    NOT NULL PRIMARY KEY,
    poll_id      TEXT    NOT NULL REFERENCES poll (id),
    official_id  TEXT    NOT NULL,
    at           INTEGER NOT NULL,                     -- milliseconds since 1970
    reason       TEXT    NOT NULL
) STRICT;
CREATE TRIGGER raw_export_no_update BEFORE UPDATE ON raw_export
    BEGIN SELECT RAISE(ABORT, 'why ballots were taken out never changes'); END;
CREATE TRIGGER raw_export_no_delete BEFORE DELETE ON raw_export
    BEGIN SELECT RAISE(ABORT, 'why ballots were taken out is kept'); END;
