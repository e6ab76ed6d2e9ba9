package musette.resultsdesk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.racing.Rider;
import musette.racing.RiderIdentities.Question;
import musette.racing.RiderIdentities.Question.Decided;
import musette.site.Frame;

/// Riders who may be one person, and what was decided of others.
///
/// @param problem why something was not decided, may be empty
/// @param one and `other` the names somebody typed, kept when nothing came of them
record RiderQuestionsPage(
        Frame frame,
        String problem,
        boolean mayDecide,
        String one,
        String other,
        List<Question> questions,
        List<Decided> decided) {

    RiderQuestionsPage {
        questions = List.copyOf(questions);
        decided = List.copyOf(decided);
    }

    /// `ESP · born 4 February 1989 · UCI ID 10004583472`, as far as it is known.
    static String about(Rider rider) {
        var about =
                Stream.of(
                                rider.nation(),
                                rider.born() == null ? null : "born " + rider.born(),
                                rider.uciId() == null ? null : "UCI ID " + rider.uciId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
        return about.isEmpty() ? "Nothing more is known." : about;
    }
}
