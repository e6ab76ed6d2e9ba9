-- Teams, one row a season, because names change with sponsors. Print is the spelling on the page.
CREATE TABLE team (
    id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    season integer NOT NULL,
    name   text NOT NULL,
    folded text NOT NULL,
    print  text NOT NULL,
    UNIQUE (season, folded)
);
