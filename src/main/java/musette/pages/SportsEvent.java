package musette.pages;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import musette.racing.Edition;
import musette.racing.Result;
import musette.racing.ResultKey;
import musette.racing.Stage;
import musette.site.Address;
import org.jspecify.annotations.Nullable;

/// A race or a stage as search engines read it: schema.org's SportsEvent. It knows no places and no
/// times; these stand in the table.
public final class SportsEvent {
    private static final int MOST_COMPETITORS = 10;

    private SportsEvent() {}

    /// @param address where the site is
    public static Map<String, Object> of(Edition edition, Address address) {
        return event(
                "%d %s".formatted(edition.year(), edition.name()),
                edition.heldOn(),
                edition.place(),
                address.of("/races/%s/%d".formatted(edition.race().slug(), edition.year())));
    }

    /// What a result is of, the race or its stage, with the first who stand in it; a classification
    /// is one of the race.
    public static Map<String, Object> of(Result result, Address address) {
        var edition = of(result.edition(), address);
        var stage = result.stage();
        var event = stage == null ? edition : stage(stage, edition);
        var competitors =
                result.rows().stream()
                        .limit(MOST_COMPETITORS)
                        .map(row -> ResultTables.name(row.competitor()))
                        .map(name -> competitor(result, name, address))
                        .toList();
        if (!competitors.isEmpty()) {
            event.put("competitor", competitors);
        }
        return event;
    }

    private static Map<String, Object> stage(Stage stage, Map<String, Object> edition) {
        var key = new ResultKey(stage.number(), ResultKey.Classification.STAGE);
        var event =
                event(
                        "%s, %s".formatted(edition.get("name"), key.words()),
                        stage.heldOn(),
                        stage.place(),
                        edition.get("url") + key.path());
        event.put("superEvent", edition);
        return event;
    }

    private static Map<String, Object> event(
            String name, @Nullable LocalDate day, @Nullable String place, String url) {
        var event = new LinkedHashMap<String, Object>();
        event.put("@type", "SportsEvent");
        event.put("name", name);
        event.put("sport", "Cycling");
        event.put("url", url);
        if (day != null) {
            event.put("startDate", day.toString());
        }
        if (place != null) {
            event.put("location", Map.of("@type", "Place", "name", place));
        }
        return event;
    }

    private static Map<String, Object> competitor(
            Result result, ResultTable.Name name, Address address) {
        var competitor = new LinkedHashMap<String, Object>();
        competitor.put("@type", result.isOfTeams() ? "SportsTeam" : "Person");
        competitor.put("name", name.words());
        if (name.leads()) {
            competitor.put("url", address.of(name.address()));
        }
        return competitor;
    }
}
