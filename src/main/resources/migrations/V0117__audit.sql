-- Who did what at the desk, in the order in which it was done. No row is ever changed or removed,
-- not by the program either.
CREATE TABLE audit_entry (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL,
    member   bigint NOT NULL,
    act      text NOT NULL,
    about    text NOT NULL DEFAULT '',
    about_id bigint,
    detail   text NOT NULL DEFAULT '' CHECK (length(detail) <= 300)
);
CREATE INDEX audit_entry_about ON audit_entry (about, about_id, id);
CREATE INDEX audit_entry_member ON audit_entry (member, id);
COMMENT ON TABLE audit_entry IS 'Rows go: never; one for each act at the desk.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% keeps every row as it was written', TG_TABLE_NAME;
END
$$;
CREATE TRIGGER audit_entry_stays
    BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
