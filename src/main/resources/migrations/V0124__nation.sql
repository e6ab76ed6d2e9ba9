-- The riders of a nation are asked for by name.
CREATE INDEX rider_nation ON rider (nation, folded);
