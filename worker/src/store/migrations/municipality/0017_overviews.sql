-- How the mail of a partner comes (shared::mailing::Mailing); none: every message at once.
ALTER TABLE partner ADD COLUMN mailing TEXT CHECK (mailing IS NULL OR json_valid(mailing));
-- The overview that tells of a message, in the place of the message itself.
ALTER TABLE outbox ADD COLUMN gathered_in TEXT;
CREATE INDEX outbox_gathered ON outbox (gathered_in) WHERE gathered_in IS NOT NULL;
