-- By what an address that was left with an offer to help is recognised, so that nobody floods a mailbox with it. It goes
-- when the offer runs no more, at the end of the day.
CREATE TABLE pledge_address (
    pledge_id     TEXT    NOT NULL PRIMARY KEY REFERENCES pledge (id),
    address_hash  BLOB    NOT NULL                          -- HMAC of municipality and address
) STRICT, WITHOUT ROWID;
CREATE INDEX pledge_address_hash ON pledge_address (address_hash);

-- How many came in on a day.
CREATE INDEX pledge_day ON pledge (case_id, offered_on);
