package musette.subscriptions;

/// The terms of an offer in words. They follow from its phases, so they cannot say another price
/// than the one that is charged. Change a sentence here and VERSION with it: consents name it.
final class Terms {
    static final String VERSION = "1";

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
                ? "for the first %s, then %s %s"
                        .formatted(stretch(first), plan.full().price().words(), each(plan.full()))
                : each(first);
    }

    static String both(Offer offer) {
        var full = offer.month().full();
        var year = offer.year().phase(0);
        return "%s%s %s until you cancel, which you can do any time. Or join for a year: %s."
                .formatted(
                        introduction(offer.month()),
                        full.price().words(),
                        each(full),
                        year.price().words());
    }

    static String of(Plan plan) {
        var first = plan.phase(0);
        var full = plan.full();
        return """
        You pay %s today for %s. After that you pay %s %s, on the same day of the %s, until you \
        cancel. You can cancel any time on your account page and keep reading to the end of the %s \
        you have paid for.\
        """
                .formatted(
                        first.price().words(),
                        first.kind() == Phase.Kind.INTRO
                                ? "your first " + stretch(first)
                                : "one " + stretch(first),
                        full.price().words(),
                        each(full),
                        stretch(full),
                        plan.term().word());
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
