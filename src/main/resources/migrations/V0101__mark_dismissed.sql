-- That somebody has looked at words which contradict the result, and leaves them as they are.
CREATE TABLE mark_dismissed (
    story_id     bigint NOT NULL REFERENCES story,
    mark         text NOT NULL,
    reason       text NOT NULL CHECK (reason <> ''),
    dismissed_by bigint NOT NULL,
    dismissed_at timestamptz NOT NULL,
    PRIMARY KEY (story_id, mark)
);
COMMENT ON TABLE mark_dismissed IS 'Rows go: never; it grows by what editors decide.';
