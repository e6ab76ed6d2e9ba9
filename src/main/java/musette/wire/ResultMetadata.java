package musette.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.ResultFile;
import musette.racing.ResultKey;
import musette.racing.ResultKey.Classification;
import musette.racing.StageNumber;

/// What a results file says about itself, in head lines.
final class ResultMetadata {
    static final String EARLIER_WINNERS = "earlier-winners";
    static final Set<String> KEYS =
            Set.of(
                    "race",
                    "slug",
                    "edition",
                    "year",
                    "date",
                    "class",
                    "place",
                    "country",
                    "distance",
                    "gender",
                    "standing",
                    "kind",
                    "finish",
                    "course",
                    "stage",
                    "classification",
                    Format.TABLE,
                    "provider",
                    "credit-url",
                    ResultExport.LICENCE,
                    RowsFile.VERSION_KEY,
                    RiderNames.KEY,
                    EARLIER_WINNERS);

    private static final Map<String, Race.Kind> KINDS = words(Race.Kind.values(), Race.Kind::word);
    private static final Map<String, Race.Gender> GENDERS =
            words(Race.Gender.values(), Race.Gender::word);
    private static final Map<String, Result.Standing> STANDINGS =
            words(Result.Standing.values(), Result.Standing::word);
    private static final Map<String, Result.Finish> FINISHES =
            words(Result.Finish.values(), Result.Finish::word);
    private static final Map<String, Result.Course> COURSES =
            words(Result.Course.values(), Result.Course::word);

    private ResultMetadata() {}

    static ResultFile.Head read(String file, FileMetadata metadata) {
        var race =
                metadata.value("race")
                        .orElseThrow(() ->
                                new ParseException(
                                        "The file does not say which race it is; add a first line"
                                            + " such as '# race: Gran Premio Miguel Indurain'."));
        var date = metadata.date("date");
        var year =
                metadata.year("year")
                        .or(() -> date.map(day -> day.getYear()))
                        .orElseThrow(() ->
                                new ParseException(
                                        "The file does not say which year it is; add a line such"
                                                + " as '# date: 2023-04-01' or '# year: 2023'."));
        return new ResultFile.Head(
                file,
                slug(metadata, race),
                race,
                metadata.value("edition").orElse(race),
                year,
                key(metadata),
                metadata.oneOf("kind", KINDS).orElse(null),
                metadata.oneOf("gender", GENDERS).orElse(null),
                date.orElse(null),
                metadata.value("class").orElse(null),
                metadata.value("place").orElse(null),
                metadata.country("country").orElse(null),
                metadata.metres("distance").orElse(null),
                metadata.oneOf("standing", STANDINGS).orElse(Result.Standing.PROVISIONAL),
                metadata.value("provider")
                        .map(name ->
                                new Result.Credit(name, metadata.link("credit-url").orElse(null)))
                        .orElse(null),
                metadata.oneOf("finish", FINISHES).orElse(null),
                metadata.oneOf("course", COURSES).orElse(null));
    }

    /// Which result of the edition: what is not understood here must not pass for the whole race.
    private static ResultKey key(FileMetadata metadata) {
        var stage =
                metadata.value("stage")
                        .map(word ->
                                StageNumber.of(word)
                                        .orElseThrow(() ->
                                                new ParseException(
                                                        "The stage '%s' is not like 4, 13a or prologue."
                                                                .formatted(word))))
                        .orElse(null);
        var word = metadata.value("classification").map(it -> it.toLowerCase(Locale.ROOT));
        var classification =
                word.map(it ->
                                Classification.of(it)
                                        .orElseThrow(() ->
                                                new ParseException(
                                                        "The classification '%s' is none of general, stage, points, mountains, youth, teams, start-list."
                                                                .formatted(it))))
                        .orElse(stage == null ? Classification.GENERAL : Classification.STAGE);
        if (stage == null && classification == Classification.STAGE) {
            throw new ParseException(
                    "The file is of a stage and does not say which; add a line such as '# stage:"
                            + " 4'.");
        }
        return new ResultKey(stage, classification);
    }

    /// The slug the file chose, or the one its race's name makes.
    static String slug(FileMetadata metadata, String race) {
        var slug = Race.slugOf(metadata.value("slug").orElse(race));
        if (slug.isEmpty()) {
            throw new ParseException("The race '%s' has a name without letters.".formatted(race));
        }
        return slug;
    }

    /// Each value by the word that files write for it.
    private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
        return Stream.of(values).collect(Collectors.toMap(word, Function.identity()));
    }
}
