-- The statement that stores a result's rows takes their keys from the revision, riders and teams
-- themselves, and none of those is ever deleted: the keys need not be looked up again one by one.
-- Before PostgreSQL 18 a key can't be declared without being enforced, so the columns say it.
ALTER TABLE result_row
    DROP CONSTRAINT result_row_result_id_revision_fkey,
    DROP CONSTRAINT result_row_rider_id_fkey,
    DROP CONSTRAINT result_row_team_id_fkey;
COMMENT ON COLUMN result_row.result_id IS 'With revision, a result_revision that is there.';
COMMENT ON COLUMN result_row.rider_id IS 'A rider who is there.';
COMMENT ON COLUMN result_row.team_id IS 'A team that is there.';

-- Of these it was said that none ever goes.
COMMENT ON TABLE story_fact IS 'Rows go: with the version that said them, when it is saved over.';
COMMENT ON TABLE story_comment IS 'Rows go: when their author takes back what nobody has answered.';
COMMENT ON TABLE story_redirect IS 'Rows go: when a story takes that address again.';
COMMENT ON TABLE wire_quarantine IS 'Rows go: when their arrival grows and is read anew.';
