-- When a draft goes live by itself, and which of its versions. A plan that could not be carried out
-- says why, and waits for somebody.
CREATE TABLE story_plan (
    story_id   bigint PRIMARY KEY REFERENCES story,
    revision   integer NOT NULL,
    live_at    timestamptz NOT NULL,
    planned_by bigint NOT NULL,
    problem    text NOT NULL DEFAULT ''
);
CREATE INDEX story_plan_due ON story_plan (live_at) WHERE problem = '';
COMMENT ON TABLE story_plan IS 'Rows go: when the story goes live or is thrown away, or somebody calls it off.';
