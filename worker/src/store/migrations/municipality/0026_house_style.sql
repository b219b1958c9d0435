-- The house style in the place of our own look: one, replaced whole.
CREATE TABLE house_style (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  stored_on TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
