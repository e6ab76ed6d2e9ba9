package musette.subscriptions;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.TrailingZeroDisplay;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/// An amount of money.
///
/// @param minor in the currency's smallest unit: 499 is £4.99
/// @param currency by ISO 4217
public record Money(long minor, Currency currency) {

    /// The amount in minor units: `Money.of("GBP", 499)` is £4.99.
    public static Money of(String currency, long minor) {
        return new Money(minor, Currency.getInstance(currency.strip()));
    }

    /// As readers of that language write it, without an empty fraction: £4.99, £1, $7.99, 5,99 €.
    public String words(Locale locale) {
        var digits = currency.getDefaultFractionDigits();
        return NumberFormatter.withLocale(locale)
                .unit(com.ibm.icu.util.Currency.getInstance(currency.getCurrencyCode()))
                .unitWidth(UnitWidth.NARROW)
                .precision(
                        Precision.fixedFraction(digits)
                                .trailingZeroDisplay(TrailingZeroDisplay.HIDE_IF_WHOLE))
                .format(BigDecimal.valueOf(minor, digits))
                .toString();
    }

    /// As our English pages write it: £4.99, €5.99, $7.99.
    public String words() {
        return words(Locale.UK);
    }
}
