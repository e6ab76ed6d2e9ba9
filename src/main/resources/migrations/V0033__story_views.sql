-- A story as readers see it.
CREATE VIEW live_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.published_at,
       r.number AS revision, r.kicker, r.headline, r.standfirst, r.body,
       EXISTS (SELECT FROM story_more_to_follow m
               WHERE m.story_id = s.id AND m.settled_at IS NULL) AS more_to_follow,
       (SELECT max(p.done_at) FROM story_publication p
        WHERE p.story_id = s.id AND p.act IN ('published', 'updated', 'corrected')) AS updated_at
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.published;

-- A story as the desk works on it.
CREATE VIEW desk_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.created_at,
       s.head, s.published, s.published_at,
       r.kicker, r.headline, r.standfirst, r.body, r.saved_by, r.saved_at,
       m.promised_by, m.promised_at
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.head
LEFT JOIN story_more_to_follow m ON m.story_id = s.id AND m.settled_at IS NULL;
