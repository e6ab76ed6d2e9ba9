-- How often the newest text of a story has changed. Revisions are what the history keeps: while one
-- person writes, many changes go into one.
ALTER TABLE story ADD COLUMN version integer NOT NULL DEFAULT 1;
UPDATE story SET version = head;

-- The story's version when the revision was last written, and everybody who wrote in it.
ALTER TABLE story_revision ADD COLUMN version integer, ADD COLUMN writers bigint[];
UPDATE story_revision SET version = number, writers = ARRAY[saved_by];
ALTER TABLE story_revision ALTER COLUMN version SET NOT NULL, ALTER COLUMN writers SET NOT NULL;

-- What led from one version to the next, as ProseMirror's steps; `client` is the window it was
-- written in. Changes that came otherwise (a result that was followed, say) have no row.
CREATE TABLE story_step (
    story_id   bigint NOT NULL REFERENCES story,
    version    integer NOT NULL,
    client     text NOT NULL,
    steps      text NOT NULL,
    written_by bigint NOT NULL,
    written_at timestamptz NOT NULL,
    PRIMARY KEY (story_id, version)
);
CREATE INDEX story_step_written ON story_step (written_at);
COMMENT ON TABLE story_step IS 'Rows go: thirty days after they were written.';

CREATE OR REPLACE VIEW desk_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.created_at,
       s.head, s.published, s.published_at,
       r.kicker, r.headline, r.standfirst, r.body, r.saved_by, r.saved_at,
       m.promised_by, m.promised_at, r.heads, s.version, r.why, r.writers
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.head
LEFT JOIN story_more_to_follow m ON m.story_id = s.id AND m.settled_at IS NULL
WHERE s.discarded_at IS NULL;
