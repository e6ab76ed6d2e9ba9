package musette.resultsdesk;

import java.util.List;
import musette.site.Frame;

/// Where results are brought in by hand.
///
/// @param about what was told about it beside it, kept alike
/// @param pasted what was pasted, kept when nothing could be made of it
/// @param problem why nothing was taken in, may be empty
/// @param waiting files that somebody has to look at
/// @param lately what became of the last others
/// @param maySeeSenders whether the page leads to the programs that send results
record ResultsPage(
        Frame frame,
        AboutFile about,
        String pasted,
        String problem,
        List<Line> waiting,
        List<Line> lately,
        boolean maySeeSenders) {

    static final List<Choice> CLASSIFICATIONS =
            List.of(
                    new Choice("", "The race, or the stage"),
                    new Choice("general", "General classification"),
                    new Choice("points", "Points"),
                    new Choice("mountains", "Mountains"),
                    new Choice("youth", "Young riders"),
                    new Choice("teams", "Teams"),
                    new Choice("start-list", "Start list"));
    static final List<Choice> STANDINGS =
            List.of(
                    new Choice("", "As it says, else provisional"),
                    new Choice("provisional", "Provisional"),
                    new Choice("official", "Official"),
                    new Choice("corrected", "Corrected"));
    static final List<Choice> ORDERS =
            List.of(
                    new Choice("", "Family names in capitals"),
                    new Choice("family first", "Family name first"),
                    new Choice("given first", "Given name first"));

    ResultsPage {
        waiting = List.copyOf(waiting);
        lately = List.copyOf(lately);
    }

    /// One of a list to choose from.
    record Choice(String value, String words) {}

    /// @param detail from whom and when
    record Line(String address, String title, String detail, String mark) {}
}
