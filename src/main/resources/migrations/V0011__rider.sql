-- Riders. The folded name (no accents, no case) finds them; the display form is printed.
CREATE TABLE rider (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uci_id  text UNIQUE,
    family  text NOT NULL,
    given   text NOT NULL,
    display text NOT NULL,
    slug    text NOT NULL UNIQUE,
    folded  text NOT NULL,
    nation  text,
    born    date
);
CREATE INDEX rider_folded ON rider (folded);
