-- How often whoever said it has put it otherwise.
ALTER TABLE story_comment ADD COLUMN changes integer NOT NULL DEFAULT 0;
