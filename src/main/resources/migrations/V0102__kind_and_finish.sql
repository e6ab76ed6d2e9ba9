-- What kind of race an edition is, and how it was won, where the source of the result says so.
ALTER TABLE edition ADD COLUMN kind text NOT NULL DEFAULT 'road'
    CHECK (kind IN ('road', 'itt', 'ttt'));
ALTER TABLE result_revision ADD COLUMN finish text
    CHECK (finish IN ('solo', 'sprint of two', 'small sprint', 'bunch sprint'));
