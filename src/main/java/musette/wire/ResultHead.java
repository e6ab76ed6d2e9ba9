package musette.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.Sheet;

/// What a results file says about itself, in head lines.
final class ResultHead {
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
                    "provider",
                    "credit-url",
                    EARLIER_WINNERS);

    private ResultHead() {}

    static Sheet.Head read(String file, HeadLines lines) {
        var race =
                lines.value("race")
                        .orElseThrow(() ->
                                new Unclear(
                                        "The file does not say which race it is; add a first line"
                                            + " such as '# race: Gran Premio Miguel Indurain'."));
        var date = lines.date("date");
        var year =
                lines.year("year")
                        .or(() -> date.map(day -> day.getYear()))
                        .orElseThrow(() ->
                                new Unclear(
                                        "The file does not say which year it is; add a line such"
                                                + " as '# date: 2023-04-01' or '# year: 2023'."));
        return new Sheet.Head(
                file,
                slug(lines, race),
                race,
                lines.value("edition").orElse(race),
                year,
                lines.oneOf("gender", genders()).orElse(null),
                date.orElse(null),
                lines.value("class").orElse(null),
                lines.value("place").orElse(null),
                lines.country("country").orElse(null),
                lines.metres("distance").orElse(null),
                lines.oneOf("standing", standings()).orElse(Result.Standing.PROVISIONAL),
                lines.value("provider")
                        .map(name -> new Result.Credit(name, lines.link("credit-url").orElse(null)))
                        .orElse(null));
    }

    /// The slug the file chose, or the one its race's name makes.
    static String slug(HeadLines lines, String race) {
        var slug = Race.slugOf(lines.value("slug").orElse(race));
        if (slug.isEmpty()) {
            throw new Unclear("The race '%s' has a name without letters.".formatted(race));
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

    private static Map<String, Result.Standing> standings() {
        var words = new HashMap<String, Result.Standing>();
        for (var standing : Result.Standing.values()) {
            words.put(standing.word(), standing);
        }
        return words;
    }
}
