package musette.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.wire.ResultExport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A result in IPTC Sport Schema 1.1, as JSON-LD: an event with those who took part, or for how it
/// stood a phase of the competition. The schema's shapes are closed, so what they have no place for
/// stands in things of its own, a `Row` for each participation, in words of results v1; the wire
/// reads the file back without loss.
final class SportSchemaFile {
    private static final Map<String, String> CONTEXT =
            inOrder(
                    Map.of(
                            "sport", "https://sportschema.org/ontologies/main/",
                            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
                            "xsd", "http://www.w3.org/2001/XMLSchema#",
                            "v1", ResultExport.VOCABULARY));
    private static final String UNITS = "http://cv.iptc.org/newscodes/spscoreunits/";
    private static final String LABEL = "rdfs:label";
    private static final String EDITION = "#edition";
    private static final String STAGE = "#stage";

    private final List<Map<String, Object>> graph = new ArrayList<>();
    private final Map<String, String> teams = new LinkedHashMap<>();
    private final Map<String, String> about;

    private SportSchemaFile(Map<String, String> about) {
        this.about = about;
    }

    /// @param title of the result, for people
    static byte[] of(ResultExport export, String title) {
        var file = new SportSchemaFile(export.about());
        file.write(export, title);
        var json = new LinkedHashMap<String, Object>();
        json.put("@context", CONTEXT);
        json.put("@graph", file.graph);
        return JsonMapper.shared().writeValueAsBytes(json);
    }

    private void write(ResultExport export, String title) {
        var edition = thing(EDITION, about("edition", about("race", "")), "Competition");
        about.forEach((key, value) -> edition.put("v1:" + key, value));
        var stage = about("stage", "");
        if (!stage.isEmpty()) {
            thing(STAGE, "Stage " + stage, "CompetitionPhase")
                    .put("sport:phaseInCompetition", id(EDITION));
        }
        var unit = about.containsKey("classification") ? standing(title) : event(title);
        var participations = new ArrayList<Map<String, String>>();
        for (int number = 1; number <= export.rows().size(); number++) {
            participations.add(participation(number, export.rows().get(number - 1)));
        }
        unit.put("sport:participation", participations);
    }

    private Map<String, Object> event(String title) {
        var event = thing("#event", title, "Event");
        if (about.containsKey("stage")) {
            event.put("sport:eventInCompetitionPhase", id(STAGE));
        } else {
            event.put("sport:eventInCompetition", id(EDITION));
        }
        if (about.containsKey("date")) {
            event.put("sport:startDateTime", typed(about("date", "") + "T00:00:00", "dateTime"));
        }
        if (about.containsKey("place")) {
            thing("#site", about("place", ""), "Site");
            event.put("sport:location", id("#site"));
        }
        return event;
    }

    private Map<String, Object> standing(String title) {
        var standing = thing("#standing", title, "CompetitionPhase");
        standing.put("sport:phaseInCompetition", id(EDITION));
        if (about.containsKey("stage")) {
            standing.put("sport:parent", id(STAGE));
        }
        return standing;
    }

    /// Adds the participation of a row, who took part, and what the schema has no place for.
    private Map<String, String> participation(int number, Map<String, String> row) {
        var isRider = row.containsKey("family");
        var id = "#participation-" + number;
        var own = new LinkedHashMap<>(row);
        var participation =
                thing(
                        id,
                        null,
                        isRider ? "IndividualParticipation" : "TeamParticipation",
                        "Participation");
        participation.put("sport:participationBy", id(isRider ? rider(number, own) : team(own)));
        move(own, "place", participation, "sport:rank");
        if (isRider) {
            move(own, "bib", participation, "sport:uniformNumberEvent");
        }
        score(own, participation, isRider);
        var rest = thing("#row-" + number, null);
        rest.put("@type", "v1:Row");
        rest.put("v1:of", id(id));
        rest.put("v1:number", Integer.toString(number));
        own.forEach((column, cell) -> rest.put("v1:" + column, cell));
        return id(id);
    }

    /// A time, else a gap, else points; what a row has beside it is told in our own words.
    private static void score(
            Map<String, String> own, Map<String, Object> participation, boolean isRider) {
        var column =
                Stream.of("time", "gap", "points").filter(own::containsKey).findFirst().orElse("");
        if (column.isEmpty()
                || (column.equals("gap") && !own.getOrDefault("gap", "").startsWith("+"))) {
            return;
        }
        if (isRider && !column.equals("points")) {
            participation.put(
                    "sport:scoreUnits",
                    id(UNITS + (column.equals("time") ? "time-absolute" : "time-relative")));
        }
        move(own, column, participation, "sport:score");
    }

    private String rider(int number, Map<String, String> own) {
        var id = "#rider-" + number;
        var name =
                Stream.of("given", "family")
                        .map(column -> own.getOrDefault(column, ""))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
        var rider = thing(id, name, "Athlete");
        move(own, "nation", rider, "sport:nationality");
        var born = own.remove("birth_date");
        if (born != null) {
            rider.put("sport:dateOfBirth", typed(born, "date"));
        }
        if (own.containsKey("team")) {
            var membership = thing("#membership-" + number, null, "IndividualMembership");
            membership.put("sport:member", id(id));
            membership.put("sport:membershipOf", id(team(own)));
        }
        return id;
    }

    private String team(Map<String, String> own) {
        return teams.computeIfAbsent(
                own.remove("team"),
                name -> {
                    var id = "#team-" + (teams.size() + 1);
                    thing(id, name, "Team");
                    return id;
                });
    }

    private Map<String, Object> thing(String id, @Nullable String label, String... types) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@id", id);
        thing.put("@type", Arrays.stream(types).map(type -> "sport:" + type).toList());
        if (label != null) {
            thing.put(LABEL, label);
        }
        graph.add(thing);
        return thing;
    }

    private static void move(
            Map<String, String> from, String column, Map<String, Object> to, String property) {
        var cell = from.remove(column);
        if (cell != null) {
            to.put(property, cell);
        }
    }

    private static Map<String, String> id(String id) {
        return Map.of("@id", id);
    }

    private static Map<String, String> typed(String value, String type) {
        return inOrder(Map.of("@value", value, "@type", "xsd:" + type));
    }

    /// The same bytes from every program, or a file that did not change would seem to have.
    private static Map<String, String> inOrder(Map<String, String> entries) {
        return Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    private String about(String key, String otherwise) {
        return about.getOrDefault(key, otherwise);
    }
}
