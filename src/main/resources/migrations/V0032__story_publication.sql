-- What readers were shown and when: each publishing, update, correction and withdrawal with who
-- did it. The note of a correction or a withdrawal is public.
CREATE TABLE story_publication (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    story_id bigint NOT NULL REFERENCES story,
    act      text NOT NULL CHECK (act IN ('published', 'updated', 'corrected', 'withdrawn')),
    revision integer NOT NULL,
    done_by  bigint NOT NULL,
    done_at  timestamptz NOT NULL,
    note     text NOT NULL,
    CHECK (note <> '' OR act IN ('published', 'updated'))
);
CREATE INDEX story_publication_story ON story_publication (story_id, id);

-- The promise that a story will grow: who made it, when, and when it was kept.
CREATE TABLE story_more_to_follow (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    story_id    bigint NOT NULL REFERENCES story,
    promised_by bigint NOT NULL,
    promised_at timestamptz NOT NULL,
    settled_by  bigint,
    settled_at  timestamptz,
    CHECK ((settled_by IS NULL) = (settled_at IS NULL))
);
CREATE UNIQUE INDEX story_more_to_follow_open ON story_more_to_follow (story_id)
    WHERE settled_at IS NULL;
