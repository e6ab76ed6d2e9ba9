-- A row is a rider's; in a classification of teams and a team time trial a team's own; or it stands
-- under a name that may be one of several riders', `unmatched`, without signs. `filed` holds the
-- row's cells as the file had them, by column; null for rows from before.
ALTER TABLE result_row ADD COLUMN filed jsonb, ADD COLUMN unmatched text;
ALTER TABLE result_row DROP CONSTRAINT result_row_pkey;
ALTER TABLE result_row ALTER COLUMN rider_id DROP NOT NULL;
ALTER TABLE result_row ADD PRIMARY KEY (result_id, revision, ordinal);
ALTER TABLE result_row ADD CHECK (num_nonnulls(rider_id, unmatched) = 1
    OR (num_nonnulls(rider_id, unmatched) = 0 AND team_id IS NOT NULL));
CREATE UNIQUE INDEX result_row_of_rider ON result_row (result_id, revision, rider_id);
CREATE UNIQUE INDEX result_row_of_name ON result_row (result_id, revision, unmatched);
CREATE UNIQUE INDEX result_row_of_team ON result_row (result_id, revision, team_id)
    WHERE rider_id IS NULL AND unmatched IS NULL;

-- Whom a change is about: as facts name it, and as it is printed.
ALTER TABLE result_change ADD COLUMN competitor text, ADD COLUMN name text;
UPDATE result_change
SET competitor = 'rider/' || rider_id,
    name = (SELECT display FROM rider WHERE rider.id = rider_id);
ALTER TABLE result_change DROP COLUMN rider_id,
    ALTER COLUMN competitor SET NOT NULL, ALTER COLUMN name SET NOT NULL;
ALTER TABLE result_change DROP CONSTRAINT result_change_field_check;
ALTER TABLE result_change ADD CHECK (field IN ('place', 'time', 'team', 'points'));

-- Only riders are counted as winners.
CREATE OR REPLACE VIEW edition_winner AS
SELECT result.edition_id, result_row.rider_id, result_row.team_id
FROM result
JOIN result_row ON result_row.result_id = result.id AND result_row.revision = result.revision
WHERE result.kind = 'general' AND result.stage_id IS NULL
  AND result_row.place = 1 AND result_row.status = 'FINISHED' AND result_row.rider_id IS NOT NULL
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
