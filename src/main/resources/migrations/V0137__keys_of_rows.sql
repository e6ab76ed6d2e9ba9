-- The statement that stores a result's rows takes their keys from the revision, riders and teams
-- themselves, and none of those is ever deleted: the keys need not be looked up again one by one.
ALTER TABLE result_row
    DROP CONSTRAINT result_row_result_id_revision_fkey,
    DROP CONSTRAINT result_row_rider_id_fkey,
    DROP CONSTRAINT result_row_team_id_fkey,
    ADD FOREIGN KEY (result_id, revision) REFERENCES result_revision NOT ENFORCED,
    ADD FOREIGN KEY (rider_id) REFERENCES rider NOT ENFORCED,
    ADD FOREIGN KEY (team_id) REFERENCES team NOT ENFORCED;

-- Of these it was said that none ever goes.
COMMENT ON TABLE story_fact IS 'Rows go: with the version that said them, when it is saved over.';
COMMENT ON TABLE story_comment IS 'Rows go: when their author takes back what nobody has answered.';
COMMENT ON TABLE story_redirect IS 'Rows go: when a story takes that address again.';
COMMENT ON TABLE wire_quarantine IS 'Rows go: when their arrival grows and is read anew.';
