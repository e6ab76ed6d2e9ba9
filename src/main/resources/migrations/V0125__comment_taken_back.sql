COMMENT ON TABLE story_comment IS 'Rows go: when whoever said it takes it back before anybody answers.';
