-- A row of a result with its rider or team, as pages show it. The folded name finds it.

CREATE VIEW shown_row AS
SELECT result_row.*, uci_id, family, given, display, rider.slug AS rider_slug,
    COALESCE(rode_for, nation) AS nation, born, season, team.name AS team_name, print,
    filed ->> 'family' AS filed_family, filed ->> 'given' AS filed_given,
    COALESCE(rider.folded, unmatched, team.folded) AS folded
FROM result_row
LEFT JOIN rider ON rider.id = rider_id
LEFT JOIN team ON team.id = team_id;
