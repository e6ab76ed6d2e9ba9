package musette.members;

import com.ibm.icu.util.ULocale;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import musette.site.Cookies;
import musette.site.SiteSettings;
import musette.site.Visitor;
import musette.subscriptions.Market;
import musette.subscriptions.Markets;
import musette.subscriptions.Subscription;
import musette.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// In whose prices a reader sees the offer.
///
/// Their own choice goes before everything; then what they subscribed in; then the country a
/// trusted proxy names; then the country of their browser's languages, the language liked best
/// first; then the publication's market. For anonymous readers no statement runs.
@EnableConfigurationProperties(MembersSettings.class)
@Component
public class MarketChoice {
    static final String PARAMETER = "market";

    private static final String COOKIE = "musette-market";
    private static final int LONGEST_LANGUAGES = 500;
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private final Markets markets;
    private final Subscriptions subscriptions;
    private final MembersSettings settings;
    private final SiteSettings site;

    MarketChoice(
            Markets markets,
            Subscriptions subscriptions,
            MembersSettings settings,
            SiteSettings site) {
        this.markets = markets;
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.site = site;
    }

    /// The market of whoever asks.
    public Market of(HttpServletRequest request) {
        return chosenNow(request).orElseGet(() -> unasked(request));
    }

    /// A cookie that keeps a choice made on this page; empty when it is what the reader would see
    /// anyway.
    Optional<ResponseCookie> remembered(HttpServletRequest request) {
        return chosenNow(request)
                .filter(market -> !market.equals(unasked(request)))
                .map(market ->
                        ResponseCookie.from(COOKIE, market.code())
                                .path("/")
                                .maxAge(REMEMBERED)
                                .httpOnly(true)
                                .secure(site.secure())
                                .sameSite("Lax")
                                .build());
    }

    private Optional<Market> chosenNow(HttpServletRequest request) {
        return named(request.getParameter(PARAMETER));
    }

    private Market unasked(HttpServletRequest request) {
        return ofCookie(request)
                .or(() -> ofAccount(request))
                .or(() -> ofProxy(request))
                .or(() -> ofLanguages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
                .orElseGet(markets::usual);
    }

    private Optional<Market> ofCookie(HttpServletRequest request) {
        return Cookies.value(request, COOKIE).flatMap(this::named);
    }

    private Optional<Market> ofAccount(HttpServletRequest request) {
        var reader = Visitor.of(request).reader();
        return reader.isEmpty()
                ? Optional.empty()
                : subscriptions
                        .latest(reader.getAsLong())
                        .map(Subscription::offer)
                        .map(offer -> offer.market());
    }

    private Optional<Market> ofProxy(HttpServletRequest request) {
        return settings.countryHeader().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(request.getHeader(settings.countryHeader()))
                        .flatMap(markets::ofCountry);
    }

    /// The first language (RFC 4647) whose country is in a market. A language that names no country
    /// stands for the likely one (CLDR, likely subtags): `it` for Italy, `en` for the United
    /// States.
    private Optional<Market> ofLanguages(@Nullable String languages) {
        if (languages == null || languages.length() > LONGEST_LANGUAGES) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(languages).stream()
                    .filter(range -> range.getWeight() > 0 && !range.getRange().contains("*"))
                    .map(range -> ULocale.forLanguageTag(range.getRange()))
                    .map(locale -> ULocale.addLikelySubtags(locale).getCountry())
                    .map(markets::ofCountry)
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Not a list of languages.
        }
    }

    private Optional<Market> named(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(markets::ofCode);
    }
}
