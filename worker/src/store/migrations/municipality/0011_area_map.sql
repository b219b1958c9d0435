-- The shapes of the areas, made from the GeoJSON that was loaded; at most one row.
CREATE TABLE area_map (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- shared::area_map::AreaMap as JSON
    body TEXT NOT NULL,
    loaded_at INTEGER NOT NULL
) STRICT;
