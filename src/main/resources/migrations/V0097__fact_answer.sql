-- Headline and standfirst with the facts they say: a document of two paragraphs. Revisions from
-- before have none.
ALTER TABLE story_revision ADD COLUMN heads jsonb;

CREATE OR REPLACE VIEW desk_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.created_at,
       s.head, s.published, s.published_at,
       r.kicker, r.headline, r.standfirst, r.body, r.saved_by, r.saved_at,
       m.promised_by, m.promised_at, r.heads
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.head
LEFT JOIN story_more_to_follow m ON m.story_id = s.id AND m.settled_at IS NULL
WHERE s.discarded_at IS NULL;

-- What a source answers today, asked again whenever its result has news. `sentence` is how the body
-- of a fresh draft says it, `heads_sentence` its headline or standfirst, `words` a table.
CREATE TABLE fact_answer (
    source   text PRIMARY KEY,
    value    text NOT NULL,
    words    text NOT NULL,
    sentence jsonb NOT NULL,
    heads_sentence jsonb NOT NULL,
    asked_at timestamptz NOT NULL
);
COMMENT ON TABLE fact_answer IS 'Rows go: never; one for each source that a story names.';

-- That somebody has decided to keep what a story says though the source answers differently.
CREATE TABLE fact_kept (
    story_id bigint NOT NULL REFERENCES story,
    source   text NOT NULL,
    value    text NOT NULL,
    reason   text NOT NULL CHECK (reason <> ''),
    kept_by  bigint NOT NULL,
    kept_at  timestamptz NOT NULL,
    PRIMARY KEY (story_id, source, value)
);
COMMENT ON TABLE fact_kept IS 'Rows go: never; it grows by what editors decide.';

-- Every fact, in the newest version and in the one readers see, whose source answers differently
-- now and about which nobody has decided. A view, so that it can't be out of step.
CREATE VIEW changed_fact AS
SELECT s.id AS story_id, f.revision, f.ordinal, f.kind, f.source, f.text, f.value AS old_value,
       a.value AS new_value, a.words AS new_words, a.sentence AS new_sentence,
       a.heads_sentence AS new_heads_sentence, a.asked_at,
       f.revision IS NOT DISTINCT FROM s.published AS is_seen_by_readers,
       f.revision = s.head AS is_in_newest
FROM story s
JOIN story_fact f ON f.story_id = s.id AND f.revision IN (s.head, s.published)
JOIN fact_answer a ON a.source = f.source AND a.value <> f.value
WHERE s.discarded_at IS NULL
  AND (s.published IS NOT NULL OR s.published_at IS NULL)
  AND NOT EXISTS (
        SELECT FROM fact_kept k
        WHERE k.story_id = s.id AND k.source = f.source AND k.value = a.value);

CREATE OR REPLACE VIEW live_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.published_at,
       r.number AS revision, r.kicker, r.headline, r.standfirst, r.body,
       EXISTS (SELECT FROM story_more_to_follow m
               WHERE m.story_id = s.id AND m.settled_at IS NULL) AS more_to_follow,
       (SELECT max(p.done_at) FROM story_publication p
        WHERE p.story_id = s.id AND p.act IN ('published', 'updated', 'corrected')
          AND p.undone_at IS NULL) AS updated_at,
       EXISTS (SELECT FROM changed_fact c
               WHERE c.story_id = s.id AND c.is_seen_by_readers) AS is_being_corrected
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.published;
