-- Some offer to help; others ask who did it before how they did.
ALTER TABLE pledge ADD COLUMN purpose TEXT NOT NULL DEFAULT 'help' CHECK (purpose IN ('help', 'question'));
