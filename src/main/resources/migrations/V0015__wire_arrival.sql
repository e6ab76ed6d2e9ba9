-- Every file that reached the wire, what became of it, and the rows that were set aside.
CREATE TABLE wire_arrival (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file        text NOT NULL,
    received_at timestamptz NOT NULL,
    received_by text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('applied', 'repeat', 'declined')),
    sentence    text NOT NULL,
    result_id   bigint REFERENCES result,
    revision    integer
);

CREATE TABLE wire_quarantine (
    arrival_id bigint NOT NULL REFERENCES wire_arrival,
    line       integer NOT NULL,
    reason     text NOT NULL,
    raw        text NOT NULL
);
CREATE INDEX wire_quarantine_arrival ON wire_quarantine (arrival_id);
