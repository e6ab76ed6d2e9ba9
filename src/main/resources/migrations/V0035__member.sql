-- The staff: authors and editors. Who leaves is marked, not deleted, because bylines stay.
CREATE TABLE member (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    email      text NOT NULL,
    slug       text NOT NULL UNIQUE,
    biography  text NOT NULL,
    role       text NOT NULL CHECK (role IN ('owner', 'editor', 'reporter')),
    joined_at  timestamptz NOT NULL,
    removed_at timestamptz
);
CREATE UNIQUE INDEX member_email ON member (lower(email)) WHERE removed_at IS NULL;
