-- Races and their years: a race keeps its slug for good, an edition is one year of it.
CREATE TABLE race (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug    text NOT NULL UNIQUE,
    name    text NOT NULL,
    gender  text CHECK (gender IN ('men', 'women')),
    country text
);

CREATE TABLE edition (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    race_id    bigint NOT NULL REFERENCES race,
    year       integer NOT NULL,
    name       text NOT NULL,
    held_on    date,
    race_class text,
    place      text,
    country    text,
    metres     integer CHECK (metres > 0),
    status     text NOT NULL CHECK (status IN ('held', 'cancelled', 'postponed', 'shortened')),
    UNIQUE (race_id, year)
);

-- For races of more than one day; number 0 is a prologue, part is 'a' or 'b' of a split stage.
CREATE TABLE stage (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition_id bigint NOT NULL REFERENCES edition,
    number     integer NOT NULL CHECK (number >= 0),
    part       text NOT NULL DEFAULT '',
    kind       text NOT NULL CHECK (kind IN ('road', 'itt', 'ttt')),
    status     text NOT NULL CHECK (status IN ('raced', 'neutralised', 'no-result')),
    UNIQUE (edition_id, number, part)
);
