-- Whose names stand over a story, in their order. `author_id` stays with who opened it.
ALTER TABLE story ADD byline bigint[];
UPDATE story SET byline = ARRAY[author_id];
ALTER TABLE story
    ALTER byline SET NOT NULL,
    ADD CHECK (cardinality(byline) BETWEEN 1 AND 4);
CREATE INDEX story_byline ON story USING gin (byline);

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
       r.lead_picture, s.byline
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.published
WHERE NOT EXISTS (SELECT FROM story_embargo e WHERE e.story_id = s.id AND e.until > now());

CREATE OR REPLACE VIEW desk_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.created_at,
       s.head, s.published, s.published_at,
       r.kicker, r.headline, r.standfirst, r.body, r.saved_by, r.saved_at,
       m.promised_by, m.promised_at, r.heads, s.version, r.why, r.writers, s.byline
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.head
LEFT JOIN story_more_to_follow m ON m.story_id = s.id AND m.settled_at IS NULL
WHERE s.discarded_at IS NULL;
