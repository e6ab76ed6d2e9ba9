-- What a file that came says it is, so that a list of what waits names races and not only files;
-- empty where nothing could be made of it, and for those from before.
ALTER TABLE wire_arrival ADD COLUMN about text NOT NULL DEFAULT '';
