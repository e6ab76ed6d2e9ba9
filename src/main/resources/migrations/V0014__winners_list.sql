-- Lists of a race's winners, for the years whose results are not in the house. A list may state
-- since which year it is complete; without such a statement no win is ever counted.
CREATE TABLE winners_list (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    race_id        bigint NOT NULL REFERENCES race,
    complete_since integer,
    first_held     integer,
    filed_at       timestamptz NOT NULL,
    filed_by       text NOT NULL,
    file           text NOT NULL,
    fingerprint    bytea NOT NULL
);
CREATE INDEX winners_list_race ON winners_list (race_id);

CREATE TABLE listed_winner (
    list_id    bigint NOT NULL REFERENCES winners_list,
    edition_id bigint NOT NULL REFERENCES edition,
    rider_id   bigint NOT NULL REFERENCES rider,
    team_id    bigint REFERENCES team,
    line       integer NOT NULL,
    PRIMARY KEY (list_id, edition_id, rider_id)
);
CREATE INDEX listed_winner_edition ON listed_winner (edition_id);

-- Who won what: the result in the house says it; where there is none, the newest list that names
-- the edition does. A first place that was taken away counts for nobody.
CREATE VIEW edition_winner AS
SELECT result.edition_id, result_row.rider_id, result_row.team_id
FROM result
JOIN result_row ON result_row.result_id = result.id AND result_row.revision = result.revision
WHERE result.kind = 'general' AND result.stage_id IS NULL
  AND result_row.place = 1 AND result_row.status = 'FINISHED'
UNION ALL
SELECT listed_winner.edition_id, listed_winner.rider_id, listed_winner.team_id
FROM listed_winner
WHERE listed_winner.list_id = (
        SELECT max(newest.list_id)
        FROM listed_winner newest
        WHERE newest.edition_id = listed_winner.edition_id)
  AND NOT EXISTS (
        SELECT 1
        FROM result
        WHERE result.edition_id = listed_winner.edition_id
          AND result.kind = 'general' AND result.stage_id IS NULL);
