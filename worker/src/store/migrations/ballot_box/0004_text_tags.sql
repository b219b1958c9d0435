-- What officials call the answers to open questions, to sort them. It goes with the box.
CREATE TABLE text_tag (
    ballot_id    TEXT NOT NULL REFERENCES ballot (id),
    question_id  TEXT NOT NULL,
    tag          TEXT NOT NULL,                        -- shared::poll::written::TAG
    PRIMARY KEY (ballot_id, question_id, tag)
) STRICT, WITHOUT ROWID;
