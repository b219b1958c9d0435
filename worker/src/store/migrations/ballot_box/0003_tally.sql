-- What the ballots add up to, kept in the same transaction as each ballot: all counts of an area in one row, so that a
-- ballot writes two rows however many questions it answers.
CREATE TABLE tally (
    area_id  TEXT NOT NULL,                            -- empty: those who named no area
    channel  TEXT NOT NULL CHECK (channel IN ('', 'online', 'desk', 'phone', 'paper')),  -- empty: before this step
    counts   TEXT NOT NULL CHECK (json_valid(counts)), -- [[question or "", shared::tally::Row, number], …]
    PRIMARY KEY (area_id, channel)
) STRICT, WITHOUT ROWID;

INSERT INTO tally (area_id, channel, counts)
SELECT area_id, '', json_group_array(json_array(question_id, json(row), count)) FROM counter GROUP BY area_id;
-- `channel_counter` stays for the ballots from before; it is not written any more.
DROP TABLE counter;
