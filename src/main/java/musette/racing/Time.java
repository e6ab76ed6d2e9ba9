package musette.racing;

/// How long a ride took, in hundredths of a second.
public record Time(int hundredths) {

    public Time {
        if (hundredths < 0) {
            throw new IllegalArgumentException("a time cannot be negative");
        }
    }

    /// `5:09:05`, `20:52.99`: hours and hundredths only where there are any.
    public String clock() {
        return clock(hundredths);
    }

    /// The gap to the winner as results print it: whole seconds are taken of both times before they
    /// are subtracted, so 20:53.00 is one second behind 20:52.99.
    public Gap behind(Time winner) {
        return new Gap((hundredths / 100 - winner.hundredths / 100) * 100);
    }

    static String clock(int hundredths) {
        int seconds = hundredths / 100;
        var fraction = hundredths % 100 == 0 ? "" : ".%02d".formatted(hundredths % 100);
        return seconds >= 3600
                ? "%d:%02d:%02d%s"
                        .formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, fraction)
                : "%d:%02d%s".formatted(seconds / 60, seconds % 60, fraction);
    }
}
