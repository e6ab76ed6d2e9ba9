-- What stories are about, in the newsroom's own words. A topic that is a section leads from the
-- home page, in the order of its position.
CREATE TABLE topic (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug     text NOT NULL UNIQUE,
    name     text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
    section  integer CHECK (section BETWEEN 1 AND 99),
    added_at timestamptz NOT NULL
);
COMMENT ON TABLE topic IS 'Rows go: when nothing carries the topic and somebody removes it, or makes it one with another.';

-- Every slug that a topic has or had, so that its addresses lead on and its old names are known.
CREATE TABLE topic_slug (
    slug     text PRIMARY KEY,
    topic_id bigint NOT NULL REFERENCES topic ON DELETE CASCADE
);
CREATE INDEX topic_slug_topic ON topic_slug (topic_id);
COMMENT ON TABLE topic_slug IS 'Rows go: with their topic.';

CREATE TABLE story_topic (
    story_id bigint NOT NULL REFERENCES story,
    topic_id bigint NOT NULL REFERENCES topic ON DELETE CASCADE,
    position integer NOT NULL,
    PRIMARY KEY (story_id, topic_id)
);
CREATE INDEX story_topic_topic ON story_topic (topic_id);
COMMENT ON TABLE story_topic IS 'Rows go: when the story is given other topics.';

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
       r.lead_picture, s.byline,
       ARRAY(SELECT ARRAY[t.slug, t.name] FROM story_topic st JOIN topic t ON t.id = st.topic_id
             WHERE st.story_id = s.id ORDER BY st.position) AS topics
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.published
WHERE NOT EXISTS (SELECT FROM story_embargo e WHERE e.story_id = s.id AND e.until > now());
