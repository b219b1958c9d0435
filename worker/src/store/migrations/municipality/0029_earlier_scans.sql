-- Scans that closed before levels were kept are taken into the history of their areas, once, by a job.
INSERT INTO job (kind, key, due_at) SELECT 'earlier-scans', '', 0 WHERE EXISTS (SELECT 1 FROM poll);
