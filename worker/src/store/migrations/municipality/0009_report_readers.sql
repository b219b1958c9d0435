-- Who wants one mail when a poll has its report. Asked for on a page of its own, after answering or without: nothing here
-- leads to a ballot, and no row number tells the order in which people asked.
CREATE TABLE report_reader (
    id            TEXT    NOT NULL PRIMARY KEY,           -- random
    poll_id       TEXT    NOT NULL REFERENCES poll (id),
    language      TEXT    NOT NULL,                       -- of the page they asked on
    address_hash  BLOB    NOT NULL,                       -- HMAC of poll and address, so that asking twice is asking once
    key_id        TEXT    NOT NULL,                       -- the key that the address is encrypted with
    sealed        BLOB    NOT NULL,
    confirmed     INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
    erase_on      TEXT,                                   -- civil date; none waits for the report
    CHECK (confirmed = 1 OR erase_on IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX report_reader_address ON report_reader (poll_id, address_hash);
CREATE INDEX report_reader_erase ON report_reader (erase_on);
