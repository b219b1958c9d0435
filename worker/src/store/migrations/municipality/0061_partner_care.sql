-- What the administrator keeps of a partner in the admin view, beside what the operator's file says.
ALTER TABLE partner ADD COLUMN agreement_role TEXT CHECK (agreement_role IN ('controller', 'jointController', 'processor'));
ALTER TABLE partner ADD COLUMN mailbox TEXT;
ALTER TABLE partner ADD COLUMN care_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partner ADD COLUMN alarmed INTEGER NOT NULL DEFAULT 0 CHECK (alarmed IN (0, 1));

-- Who is away until when (that day included), and who takes their place meanwhile.
CREATE TABLE absence (
    official_id  TEXT NOT NULL PRIMARY KEY REFERENCES official (id),
    until        TEXT,                             -- civil date; none: not away, the deputy is only named
    deputy       TEXT REFERENCES official (id)
) STRICT;
