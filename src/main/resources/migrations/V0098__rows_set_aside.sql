-- How many rows of a revision's file could not be taken in: what rests on them is not told.
ALTER TABLE result_revision ADD COLUMN set_aside integer NOT NULL DEFAULT 0 CHECK (set_aside >= 0);
