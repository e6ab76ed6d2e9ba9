-- The words of each story's newest text, folded (small letters without accents), for finding it.
CREATE TABLE story_words (
    story_id   bigint PRIMARY KEY REFERENCES story,
    words      tsvector NOT NULL,
    changed_at timestamptz NOT NULL
);
CREATE INDEX story_words_words ON story_words USING gin (words);
CREATE INDEX story_words_changed ON story_words (changed_at);
COMMENT ON TABLE story_words IS 'Rows go: never; one for each story.';

INSERT INTO story_words (story_id, words, changed_at)
SELECT s.id,
       to_tsvector('simple', lower(regexp_replace(
           normalize(concat_ws(' ', r.kicker, r.headline, r.standfirst,
               jsonb_path_query_array(r.body, '$.**.text')::text), NFD),
           E'[\u0300-\u036F]', '', 'g'))),
       r.saved_at
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.head;
