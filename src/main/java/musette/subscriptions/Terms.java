package musette.subscriptions;

/// The terms of an offer in words. They follow from its phases, so they cannot say another price
/// than the one that is charged. Change a sentence here and VERSION with it: consents name it.
final class Terms {
    static final String VERSION = "2";

    /// True until renewals are taken; whatever speaks of the end of a period says this.
    static final String ENDS_BY_ITSELF = "Nothing renews by itself";

    private Terms() {}

    static String lead(Offer offer) {
        var first = offer.month().phase(0);
        return first.kind() == Phase.Kind.INTRO
                ? "Your first %s for %s".formatted(stretch(first), first.price().words())
                : "%s %s".formatted(first.price().words(), each(first));
    }

    static String follows(Plan plan) {
        var first = plan.phase(0);
        return first.kind() == Phase.Kind.INTRO
                ? "for the first %s, %s %s after that"
                        .formatted(stretch(first), plan.full().price().words(), each(plan.full()))
                : each(first);
    }

    static String both(Offer offer) {
        var full = offer.month().full();
        return "%s%s %s, or %s a year. %s: reading ends with the time you paid for, and you decide whether to join again."
                .formatted(
                        introduction(offer.month()),
                        full.price().words(),
                        each(full),
                        offer.year().phase(0).price().words(),
                        ENDS_BY_ITSELF);
    }

    static String of(Plan plan) {
        var first = plan.phase(0);
        var full = plan.full();
        var stretch =
                first.kind() == Phase.Kind.INTRO
                        ? "your first " + stretch(first)
                        : "one " + stretch(first);
        return """
        You pay %s today and read everything for %s. %s: no more is charged, and reading ends unless \
        you join again, which is %s %s today.\
        """
                .formatted(
                        first.price().words(),
                        stretch,
                        ENDS_BY_ITSELF,
                        full.price().words(),
                        each(full));
    }

    /// A price as it recurs: "£4.99 a month".
    static String each(Phase phase) {
        return switch (phase.months()) {
            case 1 -> "a month";
            case 12 -> "a year";
            default -> "every %d months".formatted(phase.months());
        };
    }

    private static String introduction(Plan plan) {
        var first = plan.phase(0);
        return first.kind() == Phase.Kind.INTRO
                ? "%s for the first %s, then ".formatted(first.price().words(), stretch(first))
                : "";
    }

    private static String stretch(Phase phase) {
        return switch (phase.months()) {
            case 1 -> "month";
            case 12 -> "year";
            default -> "%d months".formatted(phase.months());
        };
    }
}
