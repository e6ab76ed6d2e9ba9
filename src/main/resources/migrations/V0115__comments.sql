-- What the newsroom says about a story, beside words of its. The words are named by themselves and
-- by what stands around them (W3C Web Annotation Data Model 4.2.4, text quote selector), so that a
-- comment is no part of the story and needs no new version of it. An answer has its comment as
-- thread, and no words of the story.
CREATE TABLE story_comment (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    story_id bigint NOT NULL REFERENCES story,
    thread   bigint REFERENCES story_comment,
    exact    text NOT NULL DEFAULT '',
    before   text NOT NULL DEFAULT '',
    after    text NOT NULL DEFAULT '',
    words    text NOT NULL CHECK (words <> '' AND length(words) <= 2000),
    said_by  bigint NOT NULL,
    said_at  timestamptz NOT NULL,
    done_by  bigint,
    done_at  timestamptz
);
CREATE INDEX story_comment_story ON story_comment (story_id, id);
COMMENT ON TABLE story_comment IS 'Rows go: never; some for each story.';
