package musette.racing;

/// How far behind the winner a rider finished, in hundredths of a second.
public record Gap(int hundredths) {

    public Gap {
        if (hundredths < 0) {
            throw new IllegalArgumentException("nobody finishes ahead of the winner");
        }
    }

    public static Gap ofSeconds(int seconds) {
        return new Gap(seconds * 100);
    }

    public boolean isNone() {
        return hundredths == 0;
    }

    /// `+0:13`, `+1:02:03`, as tables print it.
    public String clock() {
        return "+" + Time.clock(hundredths);
    }
}
