-- That somebody asked an editor to look at a draft, and what became of it: it was sent back with a
-- note, taken back, or published. At most one question is open for a story.
CREATE TABLE story_review (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    story_id bigint NOT NULL REFERENCES story,
    asked_by bigint NOT NULL,
    asked_at timestamptz NOT NULL,
    ended_by bigint,
    ended_at timestamptz,
    note     text NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX story_review_open ON story_review (story_id) WHERE ended_at IS NULL;
CREATE INDEX story_review_story ON story_review (story_id, id);
COMMENT ON TABLE story_review IS 'Rows go: never; a few for each story.';

-- Before which moment a story must not be seen. Whoever reads is asked by the database's own clock
-- once more, whatever was published.
CREATE TABLE story_embargo (
    story_id bigint PRIMARY KEY REFERENCES story,
    until    timestamptz NOT NULL,
    said_by  bigint NOT NULL,
    said_at  timestamptz NOT NULL
);
COMMENT ON TABLE story_embargo IS 'Rows go: when the embargo is lifted; at most one for each story.';

CREATE OR REPLACE VIEW live_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.published_at,
       r.number AS revision, r.kicker, r.headline, r.standfirst, r.body,
       EXISTS (SELECT FROM story_more_to_follow m
               WHERE m.story_id = s.id AND m.settled_at IS NULL) AS more_to_follow,
       (SELECT max(p.done_at) FROM story_publication p
        WHERE p.story_id = s.id AND p.act IN ('published', 'updated', 'corrected')
          AND p.undone_at IS NULL) AS updated_at,
       EXISTS (SELECT FROM changed_fact c
               WHERE c.story_id = s.id AND c.is_seen_by_readers) AS is_being_corrected,
       r.lead_picture
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.published
WHERE NOT EXISTS (SELECT FROM story_embargo e WHERE e.story_id = s.id AND e.until > now());
