-- For which nation a rider rode that day, where the file says it, and from which line of the file
-- the gap counts as the file wrote it; null for rows from before.
ALTER TABLE result_row ADD COLUMN rode_for text, ADD COLUMN gap_line integer;
UPDATE result_row
SET rode_for = upper(filed ->> 'nation')
WHERE rider_id IS NOT NULL AND filed ->> 'nation' ~ '^[A-Za-z]{3}$';

-- Riders who have ridden for more than one nation, and when, as their results tell it. A nation
-- that no result tells any more, or never told, has no days. `rider.nation` is the latest.
CREATE TABLE sporting_nation (
    rider_id  bigint NOT NULL REFERENCES rider,
    nation    text NOT NULL,
    first_day date,
    last_day  date,
    PRIMARY KEY (rider_id, nation)
);
COMMENT ON TABLE sporting_nation IS 'Rows go: when the results that told them are taken back.';

-- What every result that counts says of nations.
CREATE VIEW told_nation AS
SELECT rider_id, rode_for AS nation,
       COALESCE(stage.held_on, edition.held_on, make_date(edition.year, 1, 1)) AS day
FROM result_row
JOIN result ON result.id = result_id AND result.revision = result_row.revision
JOIN edition ON edition.id = result.edition_id
LEFT JOIN stage ON stage.id = result.stage_id
WHERE rode_for IS NOT NULL AND rider_id IS NOT NULL;

INSERT INTO sporting_nation (rider_id, nation, first_day, last_day)
SELECT rider_id, told_nation.nation, min(day), max(day)
FROM told_nation
JOIN rider ON rider.id = rider_id
GROUP BY rider_id, told_nation.nation
HAVING bool_or(rider_id IN (
    SELECT other.rider_id
    FROM told_nation other
    JOIN rider known ON known.id = other.rider_id
    WHERE other.nation <> known.nation));
INSERT INTO sporting_nation (rider_id, nation)
SELECT id, nation
FROM rider
WHERE nation IS NOT NULL AND id IN (SELECT rider_id FROM sporting_nation)
ON CONFLICT DO NOTHING;
UPDATE rider
SET nation = (
    SELECT newest.nation
    FROM sporting_nation newest
    WHERE newest.rider_id = rider.id
    ORDER BY last_day DESC NULLS LAST
    LIMIT 1)
WHERE id IN (SELECT rider_id FROM sporting_nation);

CREATE OR REPLACE VIEW edition_winner AS
SELECT result.edition_id, result_row.rider_id, result_row.team_id, result_row.rode_for
FROM result
JOIN result_row ON result_row.result_id = result.id AND result_row.revision = result.revision
WHERE result.kind = 'general' AND result.stage_id IS NULL
  AND result_row.place = 1 AND result_row.status = 'FINISHED' AND result_row.rider_id IS NOT NULL
UNION ALL
SELECT listed_winner.edition_id, listed_winner.rider_id, listed_winner.team_id, NULL
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
