-- The formal rights that the municipality has a regulation for: one set, replaced whole. No row: none.
CREATE TABLE formal_rights (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,                     -- counts changes; a change names the version it was made on
  body TEXT NOT NULL
) STRICT;
