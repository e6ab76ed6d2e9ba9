-- Markets: groups of countries that see one currency. A country belongs to one market at most;
-- readers from anywhere else see the market named in musette.site.market.
CREATE TABLE market (
    code     text PRIMARY KEY CHECK (code ~ '^[A-Z]{2}$'),
    name     text NOT NULL,
    currency char(3) NOT NULL
);
CREATE TABLE market_country (
    country char(2) PRIMARY KEY,
    market  text NOT NULL REFERENCES market
);

INSERT INTO market (code, name, currency)
VALUES ('GB', 'United Kingdom', 'GBP'),
       ('US', 'United States', 'USD'),
       ('EU', 'Europe', 'EUR');

INSERT INTO market_country (country, market)
SELECT country, 'GB'
FROM unnest(ARRAY['GB', 'GG', 'IM', 'JE']) AS country;

INSERT INTO market_country (country, market)
SELECT country, 'US'
FROM unnest(ARRAY['US', 'AS', 'GU', 'MP', 'PR', 'VI']) AS country;

-- The 27 members of the European Union, and the smaller countries that pay in euros.
INSERT INTO market_country (country, market)
SELECT country, 'EU'
FROM unnest(ARRAY['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU',
                  'IE', 'IT', 'LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES',
                  'SE', 'AD', 'MC', 'ME', 'SM', 'VA', 'XK']) AS country;
