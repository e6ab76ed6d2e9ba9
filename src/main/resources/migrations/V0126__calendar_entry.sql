-- What a day is known for: the result of a race or a stage, and until there is one who starts.
CREATE VIEW calendar_entry AS
SELECT result.id AS result_id, race.name AS race_name,
       CASE WHEN stage.id IS NULL THEN edition.held_on ELSE stage.held_on END AS day
FROM result
JOIN edition ON edition.id = result.edition_id
JOIN race ON race.id = edition.race_id
LEFT JOIN stage ON stage.id = result.stage_id
WHERE result.revision > 0
  AND (result.kind = CASE WHEN stage.id IS NULL THEN 'general' ELSE 'stage' END
       OR (result.kind = 'start-list'
           AND NOT EXISTS (
                SELECT FROM result ended
                WHERE ended.edition_id = result.edition_id
                  AND ended.stage_id IS NOT DISTINCT FROM result.stage_id
                  AND ended.kind IN ('general', 'stage') AND ended.revision > 0)));
