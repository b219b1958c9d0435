-- In which buurt each postcode lies, as the municipality last loaded it from CBS. Addresses of houses: nobody is in it, and
-- nothing of who looked one up.
CREATE TABLE postcode_table (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    facts      TEXT NOT NULL CHECK (json_valid(facts)),  -- shared::postcode::TableFacts
    loaded_on  TEXT NOT NULL                             -- civil date
) STRICT;
CREATE TABLE postcode_block (
    digits  INTEGER PRIMARY KEY,                         -- the four digits
    body    TEXT NOT NULL CHECK (json_valid(body))       -- shared::postcode::Block: by the two letters
) STRICT;
