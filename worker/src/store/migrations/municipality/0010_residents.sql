-- How many people live where, by age, as the municipality last loaded it. Numbers that CBS publishes: nobody is in it.
CREATE TABLE residents (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    loaded_on  TEXT NOT NULL,                            -- civil date
    areas      TEXT NOT NULL CHECK (json_valid(areas))   -- by area, shared::residents::ByAge
) STRICT;
