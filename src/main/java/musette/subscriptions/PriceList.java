package musette.subscriptions;

import java.time.Instant;
import java.util.List;

/// What a publisher decides for one market: an introductory month, then so much a month, or so much
/// a year.
///
/// @param effectiveFrom from when new readers see it
public record PriceList(
        Market market, Money intro, Money month, Money year, Instant effectiveFrom) {

    public PriceList {
        for (var price : List.of(intro, month, year)) {
            if (!price.currency().equals(market.currency())) {
                throw new IllegalArgumentException(
                        "prices for %s are in %s, not %s"
                                .formatted(market.code(), market.currency(), price.currency()));
            }
        }
    }

    Plan monthly() {
        return new Plan(
                Term.MONTH,
                List.of(
                        new Phase(Phase.Kind.INTRO, intro, 1, 1),
                        new Phase(Phase.Kind.FULL, month, 1, null)));
    }

    Plan yearly() {
        return new Plan(Term.YEAR, List.of(new Phase(Phase.Kind.FULL, year, 12, null)));
    }
}
