package musette.subscriptions;

import java.time.Instant;

/// What joining costs in a market: one version, valid from a moment on and never edited.
public record Offer(long id, Market market, Plan month, Plan year, Instant effectiveFrom) {

    public Plan plan(Term term) {
        return switch (term) {
            case MONTH -> month;
            case YEAR -> year;
        };
    }

    /// The same offer for somebody who has had the introduction.
    public Offer withoutIntroduction() {
        return new Offer(
                id, market, month.withoutIntroduction(), year.withoutIntroduction(), effectiveFrom);
    }

    /// The offer in one line, for a gate: "Your first month for £1".
    public String lead() {
        return Terms.lead(this);
    }

    /// What stands behind a plan's first price: "for the first month, £4.99 a month after that".
    public String follows(Term term) {
        return Terms.follows(plan(term));
    }

    /// All that follows from it, for the small print of a gate: both plans, and how to leave.
    public String terms() {
        return Terms.both(this);
    }

    /// What a reader agrees to who joins for that term; stands beside the button.
    public String terms(Term term) {
        return Terms.of(plan(term));
    }
}
