-- The news of a result that was stored and of one that was taken back are one. What has not been
-- heard yet is heard under the new name.
UPDATE event_publication
SET event_type = 'musette.racing.ResultChanged',
    listener_id = regexp_replace(listener_id, 'Result(Stored|TakenBack)', 'ResultChanged'),
    serialized_event = (CAST(serialized_event AS jsonb) - 'revision')::text
WHERE event_type IN ('musette.racing.ResultStored', 'musette.racing.ResultTakenBack');
UPDATE event_set_aside
SET event_type = 'musette.racing.ResultChanged',
    listener_id = regexp_replace(listener_id, 'Result(Stored|TakenBack)', 'ResultChanged'),
    serialized_event = (CAST(serialized_event AS jsonb) - 'revision')::text
WHERE event_type IN ('musette.racing.ResultStored', 'musette.racing.ResultTakenBack');
