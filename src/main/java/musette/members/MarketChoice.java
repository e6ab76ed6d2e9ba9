package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import musette.site.Cookies;
import musette.site.SiteSettings;
import musette.site.Visitor;
import musette.subscriptions.Market;
import musette.subscriptions.Markets;
import musette.subscriptions.Subscription;
import musette.subscriptions.Subscriptions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// In whose prices a reader sees the offer.
///
/// Their own choice goes before everything; then what they subscribed in; then the country a
/// trusted proxy names; then the region of their browser's languages; then the publication's
/// market. For anonymous readers no statement runs.
@Component
public class MarketChoice {
    static final String PARAMETER = "market";

    private static final String COOKIE = "musette-market";
    private static final Duration REMEMBERED = Duration.ofDays(365);
    private static final Pattern REGION =
            Pattern.compile("(?:^|,)\\s*[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})(?=[,;\\s]|$)");

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

    /// The first region that is in a market; browsers put the language they like best first.
    private Optional<Market> ofLanguages(@Nullable String languages) {
        if (languages == null) {
            return Optional.empty();
        }
        return REGION.matcher(languages)
                .results()
                .map(region -> markets.ofCountry(region.group(1)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Market> named(@Nullable String code) {
        return Optional.ofNullable(code).flatMap(markets::ofCode);
    }
}
