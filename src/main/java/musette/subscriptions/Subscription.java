package musette.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A reader's subscription as it stands today.
///
/// @param offer the version it was bought under, whatever new readers pay today
/// @param anchor the day it began; all periods are counted from here
/// @param paidMonths how many months were paid for in all
/// @param paidPeriods in how many charges
/// @param paidUntil the day up to whose end the reader has access
/// @param cancelledAt when the reader ended it, unless taken back
public record Subscription(
        long id,
        long reader,
        Offer offer,
        Term term,
        LocalDate anchor,
        int paidMonths,
        int paidPeriods,
        LocalDate paidUntil,
        @Nullable Instant cancelledAt) {

    /// Whether access lasts on that day.
    public boolean runsOn(LocalDate day) {
        return !day.isAfter(paidUntil);
    }

    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /// The price after `paidUntil`, in words: "£4.99 a month".
    public String nextPrice() {
        var phase = offer.plan(term).phase(paidPeriods);
        return "%s %s".formatted(phase.price().words(), Terms.each(phase));
    }
}
