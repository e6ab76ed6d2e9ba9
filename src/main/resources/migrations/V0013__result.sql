-- Results. Each is a line of revisions (provisional, official, corrected); all stay readable and
-- `result.revision` says which one counts. Times and gaps are hundredths of a second. A fact is
-- named by result and rider, which stay the same from revision to revision.
CREATE TABLE result (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition_id bigint NOT NULL REFERENCES edition,
    stage_id   bigint REFERENCES stage,
    kind       text NOT NULL
        CHECK (kind IN ('general', 'stage', 'points', 'mountains', 'youth', 'teams')),
    revision   integer NOT NULL,
    UNIQUE NULLS NOT DISTINCT (edition_id, stage_id, kind)
);

CREATE TABLE result_revision (
    result_id   bigint NOT NULL REFERENCES result,
    number      integer NOT NULL CHECK (number > 0),
    standing    text NOT NULL CHECK (standing IN ('provisional', 'official', 'corrected')),
    filed_at    timestamptz NOT NULL,
    filed_by    text NOT NULL,
    file        text NOT NULL,
    provider    text,
    credit_url  text,
    fingerprint bytea NOT NULL,
    PRIMARY KEY (result_id, number)
);

CREATE TABLE result_row (
    result_id bigint NOT NULL,
    revision  integer NOT NULL,
    rider_id  bigint NOT NULL REFERENCES rider,
    ordinal   integer NOT NULL,
    team_id   bigint REFERENCES team,
    place     integer CHECK (place > 0),
    tied      boolean NOT NULL,
    bib       text,
    time      integer CHECK (time >= 0),
    gap       integer CHECK (gap >= 0),
    same_time boolean NOT NULL,
    status    text NOT NULL
        CHECK (status IN ('FINISHED', 'REL', 'DNF', 'DNS', 'OTL', 'DSQ', 'NR')),
    points    numeric,
    note      text NOT NULL,
    line      integer NOT NULL,
    PRIMARY KEY (result_id, revision, rider_id),
    FOREIGN KEY (result_id, revision) REFERENCES result_revision
);
CREATE INDEX result_row_rider ON result_row (rider_id);
