-- A file waits until a person has looked at what was understood of it; what was put in can be taken
-- back. The file itself is kept, so that it can be read again.
ALTER TABLE wire_arrival
    DROP CONSTRAINT wire_arrival_outcome_check,
    ADD CONSTRAINT wire_arrival_outcome_check CHECK (outcome IN
        ('waiting', 'discarded', 'applied', 'repeat', 'declined', 'undone')),
    ADD COLUMN decided_by text,
    ADD COLUMN decided_at timestamptz;

-- Compressed with gzip.
CREATE TABLE wire_file (
    arrival_id bigint PRIMARY KEY REFERENCES wire_arrival,
    content    bytea NOT NULL
);
COMMENT ON TABLE wire_file IS 'Rows go: never; it grows by what editors file.';
ALTER TABLE wire_file ALTER COLUMN content SET STORAGE EXTERNAL;

-- A revision that was taken back counts no more. A result whose every revision was taken back
-- stands at revision 0, and its race at what the lists say.
ALTER TABLE result_revision ADD COLUMN undone_at timestamptz;

CREATE OR REPLACE VIEW edition_winner AS
SELECT result.edition_id, result_row.rider_id, result_row.team_id
FROM result
JOIN result_row ON result_row.result_id = result.id AND result_row.revision = result.revision
WHERE result.kind = 'general' AND result.stage_id IS NULL
  AND result_row.place = 1 AND result_row.status = 'FINISHED'
UNION ALL
SELECT listed_winner.edition_id, listed_winner.rider_id, listed_winner.team_id
FROM listed_winner
WHERE listed_winner.list_id = (
        SELECT max(newest.list_id)
        FROM listed_winner newest
        WHERE newest.edition_id = listed_winner.edition_id)
  AND NOT EXISTS (
        SELECT 1
        FROM result
        WHERE result.edition_id = listed_winner.edition_id
          AND result.kind = 'general' AND result.stage_id IS NULL AND result.revision > 0);

-- A draft that was thrown away leaves the desk; its versions stay.
ALTER TABLE story ADD COLUMN discarded_at timestamptz;

CREATE OR REPLACE VIEW desk_story AS
SELECT s.id, s.slug, s.author_id, s.edition_id, s.result_id, s.origin, s.created_at,
       s.head, s.published, s.published_at,
       r.kicker, r.headline, r.standfirst, r.body, r.saved_by, r.saved_at,
       m.promised_by, m.promised_at
FROM story s
JOIN story_revision r ON r.story_id = s.id AND r.number = s.head
LEFT JOIN story_more_to_follow m ON m.story_id = s.id AND m.settled_at IS NULL
WHERE s.discarded_at IS NULL;
