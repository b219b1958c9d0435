-- Corrections of the texts of polls that have opened: numbered versions over the frozen poll. The boxes never see them.
CREATE TABLE poll_correction (
    poll_id     TEXT    NOT NULL REFERENCES poll (id),
    number      INTEGER NOT NULL CHECK (number >= 1),
    correction  TEXT    NOT NULL CHECK (json_valid(correction)),  -- shared::poll::correction::Correction
    body        TEXT    NOT NULL CHECK (json_valid(body)),        -- shared::poll::Poll, as it reads from then on
    PRIMARY KEY (poll_id, number)
) STRICT;
CREATE TRIGGER poll_correction_no_update BEFORE UPDATE ON poll_correction
    BEGIN SELECT RAISE(ABORT, 'what residents have read never changes'); END;
CREATE TRIGGER poll_correction_no_delete BEFORE DELETE ON poll_correction
    BEGIN SELECT RAISE(ABORT, 'what residents have read never goes'); END;
