-- When this house was first opened, and whether the demonstration moved in. One row, for ever.
CREATE TABLE first_start (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    opened_at timestamptz NOT NULL,
    with_demo boolean NOT NULL
);
