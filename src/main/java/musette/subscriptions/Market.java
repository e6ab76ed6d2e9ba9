package musette.subscriptions;

import java.util.Currency;
import java.util.Set;

/// A group of countries that see one price in one currency.
///
/// @param code two capitals: GB, US, EU
/// @param name what readers call it
/// @param currency by ISO 4217
/// @param countries by ISO 3166-1 alpha-2, in capitals
public record Market(String code, String name, Currency currency, Set<String> countries) {

    public Market {
        countries = Set.copyOf(countries);
    }

    /// The currency in words: `British pounds`.
    public String money() {
        return switch (currency.getCurrencyCode()) {
            case "GBP" -> "British pounds";
            case "USD" -> "US dollars";
            case "EUR" -> "euros";
            default -> currency.getCurrencyCode();
        };
    }
}
