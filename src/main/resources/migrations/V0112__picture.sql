-- A picture as the newsroom has it. Its name is the beginning of the SHA-256 of the file that was
-- brought, so that the same file brought twice is one picture; the file itself is not kept. The
-- focus is counted in thousandths from the left and from the top; `version` counts its moves.
CREATE TABLE picture (
    name          text PRIMARY KEY CHECK (name ~ '^[0-9a-f]{32}$'),
    width         integer NOT NULL CHECK (width > 0),
    height        integer NOT NULL CHECK (height > 0),
    alt           text NOT NULL DEFAULT '',
    is_decorative boolean NOT NULL DEFAULT false,
    credit        text NOT NULL DEFAULT '',
    caption       text NOT NULL DEFAULT '',
    focus_x       integer NOT NULL DEFAULT 500 CHECK (focus_x BETWEEN 0 AND 1000),
    focus_y       integer NOT NULL DEFAULT 500 CHECK (focus_y BETWEEN 0 AND 1000),
    version       integer NOT NULL DEFAULT 1,
    added_by      bigint NOT NULL,
    added_at      timestamptz NOT NULL
);
COMMENT ON TABLE picture IS 'Rows go: never; one for each picture that the newsroom has used.';

-- The first picture of a story stands for it on other pages.
ALTER TABLE story_revision ADD COLUMN lead_picture text GENERATED ALWAYS AS (
    jsonb_path_query_first(body, '$.content[*] ? (@.type == "picture").attrs.picture') #>> '{}'
) STORED;

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
JOIN story_revision r ON r.story_id = s.id AND r.number = s.published;
