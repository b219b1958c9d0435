-- The partners that help the owner of a case, as far as lists need it. The events are what counts.
CREATE TABLE case_support (
    case_id  TEXT NOT NULL REFERENCES case_file (id),
    partner  TEXT NOT NULL REFERENCES partner (id),
    PRIMARY KEY (case_id, partner)
) STRICT;
CREATE INDEX case_support_partner ON case_support (partner, case_id);

INSERT INTO case_support (case_id, partner)
    SELECT DISTINCT case_event.case_id, named.value
    FROM case_event
    JOIN json_each(case_event.body, '$.routing.supporting') AS named
    JOIN case_file ON case_file.id = case_event.case_id
    WHERE case_event.kind = 'received' AND case_file.owner <> named.value;

-- The resident is thwarted or threatened because of it, and no coordinator has taken that up yet.
ALTER TABLE case_file ADD COLUMN threatened INTEGER NOT NULL DEFAULT 0 CHECK (threatened IN (0, 1));
CREATE INDEX case_threatened ON case_file (promise, year, serial) WHERE threatened = 1;
