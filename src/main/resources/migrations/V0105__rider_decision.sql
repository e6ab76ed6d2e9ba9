-- That two riders of ours are one person under two names, or are two persons under like names. Rows
-- and addresses stay with the rider they were filed for, so that every decision can be taken back.
CREATE TABLE rider_decision (
    one        bigint NOT NULL REFERENCES rider,
    other      bigint NOT NULL REFERENCES rider,
    is_same    boolean NOT NULL,
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL,
    PRIMARY KEY (one, other),
    CHECK (one < other)
);
COMMENT ON TABLE rider_decision IS 'Rows go: when somebody takes the decision back.';
