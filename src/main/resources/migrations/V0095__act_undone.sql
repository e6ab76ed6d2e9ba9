-- An act on what readers see can be taken back for a few seconds. Its row stays, and counts no more.
ALTER TABLE story_publication ADD COLUMN undone_at timestamptz;

CREATE OR REPLACE VIEW live_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.published_at,
       r.number AS revision, r.kicker, r.headline, r.standfirst, r.body,
       EXISTS (SELECT FROM story_more_to_follow m
               WHERE m.story_id = s.id AND m.settled_at IS NULL) AS more_to_follow,
       (SELECT max(p.done_at) FROM story_publication p
        WHERE p.story_id = s.id AND p.act IN ('published', 'updated', 'corrected')
          AND p.undone_at IS NULL) AS updated_at
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.published;
