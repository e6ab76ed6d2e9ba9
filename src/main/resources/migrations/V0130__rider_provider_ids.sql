-- What providers of results call a rider, by which one is known again however the name is spelt:
-- `firstcycling/84019`, the provider's name as an address and its own number or word.
CREATE TABLE rider_provider_id (
    key      text PRIMARY KEY,
    rider_id bigint NOT NULL REFERENCES rider
);
COMMENT ON TABLE rider_provider_id IS 'Rows go: never; one for each rider and provider.';
