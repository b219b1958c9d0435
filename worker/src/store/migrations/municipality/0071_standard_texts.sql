-- Ready texts for how a case ends. What was sent stands with the case; changing one of these changes no case.
CREATE TABLE standard_text (
    id        TEXT NOT NULL PRIMARY KEY,
    version   INTEGER NOT NULL CHECK (version > 0),
    title     TEXT    NOT NULL,
    ending    TEXT    NOT NULL,                    -- shared::standard_text::Ending
    topic_id  TEXT    REFERENCES topic (id),       -- none: for every topic
    language  TEXT    NOT NULL,
    words     TEXT    NOT NULL
) STRICT;
