-- Whether the race went over its course as planned, where the source says that it did not.
ALTER TABLE result_revision ADD COLUMN course text
    CHECK (course IN ('shortened', 'neutralised', 'stopped'));

CREATE OR REPLACE VIEW filed_result AS
SELECT edition.*, race.slug, race.name AS race_name, gender, race.country AS race_country,
       stage.number AS stage_number, stage.part AS stage_part, stage.kind AS stage_kind,
       stage.held_on AS stage_held_on, stage.place AS stage_place, stage.metres AS stage_metres,
       result.id AS result_id, result.kind AS classification,
       result_revision.number AS revision, result_revision.number = result.revision AS is_current,
       standing, filed_at, filed_by, file, provider, credit_url, finish, set_aside, course
FROM result_revision
JOIN result ON result.id = result_revision.result_id
JOIN edition ON edition.id = result.edition_id
JOIN race ON race.id = edition.race_id
LEFT JOIN stage ON stage.id = result.stage_id;
