-- What a revision says differently from the one that counted before it, row by row.
CREATE TABLE result_change (
    result_id bigint NOT NULL,
    revision  integer NOT NULL,
    ordinal   integer NOT NULL,
    rider_id  bigint NOT NULL REFERENCES rider,
    field     text NOT NULL CHECK (field IN ('place', 'time', 'team')),
    before    text NOT NULL,
    after     text NOT NULL,
    PRIMARY KEY (result_id, revision, ordinal),
    FOREIGN KEY (result_id, revision) REFERENCES result_revision
);
COMMENT ON TABLE result_change IS 'Rows go: never; it grows by what editors file.';
