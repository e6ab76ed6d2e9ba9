package musette.wire;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
                    "provider",
                    "credit-url",
                    EARLIER_WINNERS);

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
                metadata.oneOf("kind", kinds()).orElse(null),
                metadata.oneOf("gender", genders()).orElse(null),
                date.orElse(null),
                metadata.value("class").orElse(null),
                metadata.value("place").orElse(null),
                metadata.country("country").orElse(null),
                metadata.metres("distance").orElse(null),
                metadata.oneOf("standing", standings()).orElse(Result.Standing.PROVISIONAL),
                metadata.value("provider")
                        .map(name ->
                                new Result.Credit(name, metadata.link("credit-url").orElse(null)))
                        .orElse(null),
                metadata.oneOf("finish", finishes()).orElse(null),
                metadata.oneOf("course", courses()).orElse(null));
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
                                                        "The classification '%s' is none of general, stage, points, mountains, youth, teams."
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

    private static Map<String, Race.Gender> genders() {
        var words = new HashMap<String, Race.Gender>();
        for (var gender : Race.Gender.values()) {
            words.put(gender.word(), gender);
        }
        return words;
    }

    private static Map<String, Race.Kind> kinds() {
        var words = new HashMap<String, Race.Kind>();
        for (var kind : Race.Kind.values()) {
            words.put(kind.word(), kind);
        }
        return words;
    }

    private static Map<String, Result.Finish> finishes() {
        var words = new HashMap<String, Result.Finish>();
        for (var finish : Result.Finish.values()) {
            words.put(finish.word(), finish);
        }
        return words;
    }

    private static Map<String, Result.Course> courses() {
        var words = new HashMap<String, Result.Course>();
        for (var course : Result.Course.values()) {
            words.put(course.word(), course);
        }
        return words;
    }

    private static Map<String, Result.Standing> standings() {
        var words = new HashMap<String, Result.Standing>();
        for (var standing : Result.Standing.values()) {
            words.put(standing.word(), standing);
        }
        return words;
    }
}
