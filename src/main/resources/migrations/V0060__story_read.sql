-- Reads of each story by hour, for the most popular box and for editors.
-- No reference to the story: one stray number must not hold back everybody else's counts.
CREATE TABLE story_read (
    story bigint NOT NULL,
    hour  timestamptz NOT NULL,
    reads bigint NOT NULL CHECK (reads > 0),
    PRIMARY KEY (story, hour)
);
CREATE INDEX story_read_hour ON story_read (hour);
