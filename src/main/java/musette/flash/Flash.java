package musette.flash;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import musette.racing.Palmares;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.ResultFile;
import musette.racing.ResultKey;
import musette.racing.ResultRow;
import musette.racing.WinnersFile;
import musette.text.Document;
import musette.text.Document.Inline;
import musette.text.Document.Paragraph;

/// The first form of a race report, written from a result. More is to follow, always.
///
/// @param kicker the race and its year
/// @param headline its words and facts
/// @param standfirst one sentence without a full stop; empty when the result gives none
/// @param body lead, gaps, palmares
public record Flash(String kicker, Paragraph headline, Paragraph standfirst, Document body) {

    /// From a result in the house; facts name result and rider.
    public static Flash of(Result result, Palmares palmares) {
        return new Drafter(RaceFacts.of(result, palmares), Language.english()).flash();
    }

    /// From a file alone; facts name its lines.
    public static Flash of(ResultFile file, Optional<WinnersFile> earlierWinners) {
        return new Drafter(RaceFacts.of(file, earlierWinners), Language.english()).flash();
    }

    /// Why nothing is told of a result yet, as a sentence for the desk: a place that a flash would
    /// name is missing. A first place that was left open is no gap where every row could be read.
    public static Optional<String> withheld(Result result) {
        return withheld(
                result.key(),
                result.kind(),
                result.isOfTeams(),
                result.missingPlaces(Drafter.LAST_TOLD),
                result.rowsAside(),
                Doubts.of(
                        result.rows().stream().map(ResultRow::placing),
                        result.edition().year(),
                        result.heldOn()));
    }

    /// The same for a file alone.
    public static Optional<String> withheld(ResultFile file) {
        return withheld(
                file.head().key(),
                Objects.requireNonNullElse(file.head().kind(), Race.Kind.ROAD),
                file.isOfTeams(),
                file.missingPlaces(Drafter.LAST_TOLD),
                file.rowsAside(),
                Doubts.of(
                        file.rows().stream().map(ResultFile.Row::placing),
                        file.head().year(),
                        file.head().heldOn()));
    }

    private static Optional<String> withheld(
            ResultKey key,
            Race.Kind kind,
            boolean isOfTeams,
            List<Integer> missing,
            int rowsAside,
            Optional<String> doubt) {
        if (key.isStartList()) {
            return Optional.of("It says who starts; there is nothing to tell of yet.");
        }
        if (!key.isFinish()) {
            return Optional.of("No flash is drafted from a classification; its table has a page.");
        }
        if (kind == Race.Kind.TTT && !isOfTeams) {
            return Optional.of(
                    "No flash is drafted: teams won and lost here, and the file lists riders. A"
                            + " file with a line for each team is told.");
        }
        if (missing.isEmpty() || (missing.equals(List.of(1)) && rowsAside == 0)) {
            return doubt.map(
                    "No flash is drafted: %s Mend the file and bring it in again."::formatted);
        }
        var places = missing.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(
                "No flash is drafted: nobody stands on place %s. Mend the file and bring it in again."
                        .formatted(places));
    }

    /// Headline and standfirst as a document of two paragraphs.
    public Document heads() {
        return new Document(List.of(headline, standfirst));
    }

    /// Every fact in it, in reading order.
    public List<Inline.Fact> facts() {
        return new Document(
                        List.of(
                                headline,
                                standfirst,
                                new Paragraph(
                                        body.texts().stream()
                                                .flatMap(block -> block.inlines().stream())
                                                .toList())))
                .facts();
    }
}
