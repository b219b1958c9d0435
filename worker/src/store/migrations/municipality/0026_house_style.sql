-- The house style in the place of our own look: one, replaced whole.
CREATE TABLE house_style (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stored_on TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- Beside it, and without it: some have a logo and no theme.
CREATE TABLE logo (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL,
  body BLOB NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL
) STRICT;
