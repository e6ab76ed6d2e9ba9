package musette.racing;

import java.util.List;

/// Two riders of ours who may be one person, with what each has done.
public record RiderQuestion(Side one, Side other) {

    /// @param career the newest first
    public record Side(Rider rider, List<Line> career) {
        public Side {
            career = List.copyOf(career);
        }
    }

    /// One result.
    ///
    /// @param mark the place, or why there is none
    /// @param team in print; empty when nobody noted it
    public record Line(int year, String race, String mark, String team) {}

    /// What somebody has decided.
    public record Decided(Rider one, Rider other, boolean isSame, String by) {}
}
