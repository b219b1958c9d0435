-- Every set of routing rules there ever was, whole: cases keep the number of the one that sent them on.
CREATE TABLE rule_set (
    version     INTEGER PRIMARY KEY CHECK (version > 0),
    rules       TEXT    NOT NULL CHECK (json_valid(rules)),  -- a list of shared::routing::Rule, in order
    author      TEXT    REFERENCES official (id),            -- none: the operator's file
    taken_from  INTEGER REFERENCES rule_set (version),       -- the earlier set that was taken over
    saved_at    INTEGER NOT NULL                             -- milliseconds since 1970
) STRICT;
CREATE TRIGGER rule_set_no_update BEFORE UPDATE ON rule_set BEGIN SELECT RAISE(ABORT, 'sets are only added'); END;
CREATE TRIGGER rule_set_no_delete BEFORE DELETE ON rule_set BEGIN SELECT RAISE(ABORT, 'sets are only added'); END;

-- Of earlier sets only the numbers are known.
INSERT INTO rule_set (version, rules, saved_at)
    SELECT settings.rules_version,
        (SELECT json_group_array(json_object(
            'id', ordered.id,
            'topicIds', json_extract(ordered.conditions, '$.topicIds'),
            'areaIds', json_extract(ordered.conditions, '$.areaIds'),
            'kinds', json_extract(ordered.conditions, '$.kinds'),
            'lead', ordered.lead,
            'supporting', json_extract(ordered.conditions, '$.supporting'),
            'answerDays', ordered.answer_days))
         FROM (SELECT * FROM rule WHERE retired_at IS NULL ORDER BY position) AS ordered),
        settings.loaded_at
    FROM settings WHERE settings.rules_version > 0;
