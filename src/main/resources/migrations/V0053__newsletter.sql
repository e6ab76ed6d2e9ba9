-- The letters readers can choose from.
CREATE TABLE newsletter (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug        text NOT NULL UNIQUE,
    name        text NOT NULL,
    description text NOT NULL,
    sort        integer NOT NULL,
    created_at  timestamptz NOT NULL
);
