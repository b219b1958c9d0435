-- The number of a poll in its municipality, for its short code (shared::poll::ShortCode). Given when the poll is made,
-- for good; polls from before get theirs in the order in which they were made.
ALTER TABLE poll ADD COLUMN serial INTEGER;
UPDATE poll SET serial = 9 + (
    SELECT count(*) FROM poll AS earlier
    WHERE earlier.made_at < poll.made_at OR (earlier.made_at = poll.made_at AND earlier.id <= poll.id)
);
CREATE UNIQUE INDEX poll_serial ON poll (serial);
