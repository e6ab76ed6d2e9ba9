-- Programs that may send results, what of theirs was answered, and results that come row by row.
CREATE TABLE wire_sender (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name         text NOT NULL,
    token_hash   bytea NOT NULL UNIQUE,
    race_slug    text,
    goes_live    boolean NOT NULL,
    made_at      timestamptz NOT NULL,
    made_by      text NOT NULL,
    last_used_at timestamptz,
    ended_at     timestamptz
);
CREATE UNIQUE INDEX wire_sender_name ON wire_sender (lower(name)) WHERE ended_at IS NULL;
COMMENT ON TABLE wire_sender IS 'Rows go: never. One that was ended still names what it sent.';

CREATE TABLE wire_push (
    sender_id    bigint NOT NULL REFERENCES wire_sender,
    key          text NOT NULL,
    file_hash    bytea NOT NULL,
    status       integer,
    answer       text,
    came_at      timestamptz NOT NULL,
    PRIMARY KEY (sender_id, key)
);
COMMENT ON TABLE wire_push IS 'Rows go: two days after they came.';

CREATE TABLE running_result (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    race_slug      text NOT NULL,
    year           integer NOT NULL,
    stage          text NOT NULL,
    classification text NOT NULL,
    sender_id      bigint NOT NULL REFERENCES wire_sender,
    head           text NOT NULL,
    version        integer NOT NULL,
    applied        integer NOT NULL DEFAULT 0,
    arrival_id     bigint REFERENCES wire_arrival,
    problem        text NOT NULL DEFAULT '',
    last_row_at    timestamptz NOT NULL,
    UNIQUE (race_slug, year, stage, classification)
);
CREATE INDEX running_result_behind ON running_result (id) WHERE version > applied AND problem = '';
COMMENT ON TABLE running_result IS 'Rows go: thirty days after the last row came.';

CREATE TABLE running_row (
    running_id bigint NOT NULL REFERENCES running_result ON DELETE CASCADE,
    competitor text NOT NULL,
    cells      jsonb NOT NULL,
    version    integer NOT NULL,
    PRIMARY KEY (running_id, competitor)
);
COMMENT ON TABLE running_row IS 'Rows go: with their running result.';
