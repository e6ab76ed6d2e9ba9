-- A team's season is asked for by its rows, a rider's wins by the lists that name them.
CREATE INDEX result_row_team ON result_row (team_id);
CREATE INDEX listed_winner_rider ON listed_winner (rider_id);
