package musette.front;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import musette.meter.MeterSettings;
import musette.subscriptions.Market;
import musette.subscriptions.Markets;
import musette.subscriptions.Offer;
import musette.subscriptions.Offers;
import org.springframework.stereotype.Component;

/// Puts the gate of a story into words, once for each market.
@Component
class Gates {
    private final Markets markets;
    private final Offers offers;
    private final MeterSettings meter;

    Gates(Markets markets, Offers offers, MeterSettings meter) {
        this.markets = markets;
        this.offers = offers;
        this.meter = meter;
    }

    /// The gates of the story at that address, by market.
    Map<Market, Gate> of(String slug) {
        return markets.all().stream()
                .collect(Collectors.toMap(market -> market, market -> gate(slug, market)));
    }

    private Gate gate(String slug, Market market) {
        var back = URLEncoder.encode("/" + slug, StandardCharsets.UTF_8);
        var offer = offers.forMarket(market);
        return new Gate(
                meter.allowance(),
                thanks(),
                "Join now and read everything",
                offer.map(Offer::lead).orElse(""),
                offer.map(Offer::terms).map(terms -> terms + " ").orElse("") + freeAgain(),
                offer.isEmpty() ? "" : "Prices in %s.".formatted(market.money()),
                "/subscribe?market=" + market.code() + "&return=" + back,
                "/sign-in?return=" + back);
    }

    private String thanks() {
        return "Thank you for reading %s in the past %d days."
                .formatted(stories(meter.allowance()), meter.window().toDays());
    }

    private String freeAgain() {
        return "In every %d days %s free, counted from the first one you read; then it starts again by itself."
                .formatted(
                        meter.window().toDays(),
                        meter.allowance() == 1 ? "1 story is" : meter.allowance() + " stories are");
    }

    private static String stories(int many) {
        return many == 1 ? "1 story" : many + " stories";
    }
}
