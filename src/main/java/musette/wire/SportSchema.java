package musette.wire;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// IPTC Sport Schema 1.1 as JSON-LD: the events of a competition and how it stood in its phases,
/// each a result. Riders are put in the order of their ranks; an agency's nations are left out, as
/// in SportsML. A file of our own says in words of `ResultExport.VOCABULARY` what the schema has no
/// place for; its rows keep their order. Nothing that a file points to is ever fetched.
final class SportSchema implements Format {
    private static final List<String> NAMESPACES =
            List.of("sportschema.org/ontologies/", "iptc.org/ontologies/Sport/");
    private static final String CONTEXT = "@context";
    private static final String ID = "@id";
    private static final int DEEPEST = 40;
    private static final int MOST_TERMS = 300;

    /// A tour of three weeks speaks of half as many, and has two thirds of these in its lists.
    private static final int MOST_THINGS = 20_000;

    private static final int MOST_MEMBERS = 6_000;

    private static final int MOST = 40;
    private static final String OWN_ROW = "Row";
    private static final Set<String> UNITS = Set.of("Event", "CompetitionPhase", "Competition");
    private static final List<String> UPWARDS =
            List.of(
                    "eventInCompetitionPhase",
                    "competitionPhase",
                    "eventInCompetition",
                    "phaseInCompetition",
                    "competition",
                    "parent");

    @Override
    public boolean recognises(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains('"' + CONTEXT + '"') && NAMESPACES.stream().anyMatch(text::contains);
    }

    @Override
    public int results(byte[] bytes) {
        return Math.min(MOST, Graph.of(bytes).units().size());
    }

    @Override
    public ResultsText read(byte[] bytes, Map<String, String> told) {
        var graph = Graph.of(bytes);
        var units = graph.units();
        if (units.isEmpty()) {
            throw new ParseException(
                    "This is Sport Schema, and no event or standing in it ranks anybody.");
        }
        int number = Format.chosen(told, units.size());
        var unit = units.get(number - 1);
        var own = graph.ownAbout();
        var rows = graph.rows(unit);
        var about = own.isEmpty() ? graph.about(unit) : own;
        if (own.isEmpty() && SportsMl.isOfTeams(rows) && !"TTT".equals(about.get("kind"))) {
            about.put("classification", "teams");
        }
        return SportsMl.text(about, rows, told, number, units.size());
    }

    /// A thing of the file and what is said of it, by the last part of each property's name; other
    /// things stand there by their names.
    private record Node(Set<String> types, Map<String, List<String>> said) {
        static Node of(JsonObject json) {
            var said = new HashMap<String, List<String>>();
            json.forEach((property, values) -> {
                if (!property.startsWith("@") && !values.asJsonArray().isEmpty()) {
                    said.put(name(property), words(values));
                }
            });
            var types = json.containsKey("@type") ? words(json.get("@type")) : List.<String>of();
            return new Node(
                    types.stream().map(Node::lastPart).collect(Collectors.toSet()),
                    Map.copyOf(said));
        }

        private static String name(String property) {
            return property.startsWith(ResultExport.VOCABULARY) ? property : lastPart(property);
        }

        private static String lastPart(String iri) {
            return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        }

        private static List<String> words(JsonValue values) {
            return values.asJsonArray().stream().map(Node::word).toList();
        }

        private static String word(JsonValue value) {
            return switch (value) {
                case JsonString text -> inOneLine(text.getString());
                case JsonObject of when of.containsKey(ID) -> id(of);
                case JsonObject of when of.containsKey("@value") -> word(of.get("@value"));
                default -> inOneLine(value.toString());
            };
        }

        static String id(JsonObject of) {
            return inOneLine(of.getString(ID));
        }

        private static String inOneLine(String words) {
            return words.replaceAll("\\p{Cntrl}+", " ").strip();
        }

        List<String> all(String... properties) {
            return Stream.of(properties)
                    .flatMap(property -> said.getOrDefault(property, List.of()).stream())
                    .toList();
        }

        String one(String... properties) {
            return all(properties).stream().findFirst().orElse("");
        }

        /// What it says in words of our own, by column or by key.
        Map<String, String> own() {
            var own = new LinkedHashMap<String, String>();
            said.forEach((property, words) -> {
                if (property.startsWith(ResultExport.VOCABULARY)) {
                    own.put(property.substring(ResultExport.VOCABULARY.length()), words.getFirst());
                }
            });
            return own;
        }
    }

    /// @param nodes everything the file speaks of, by name
    /// @param teams the name of each rider's team, by the rider
    /// @param isOurs whether it was written by a house like this one
    private record Graph(Map<String, Node> nodes, Map<String, String> teams, boolean isOurs) {
        private static final Node NOTHING = new Node(Set.of(), Map.of());

        /// @throws ParseException when it is no JSON-LD that stands on its own
        static Graph of(byte[] bytes) {
            requireSmall(bytes);
            var options =
                    new JsonLdOptions((address, _) -> {
                        throw new ParseException(
                                "The file leaves its '@context' at %s, and nothing is fetched: put it into the file."
                                        .formatted(address));
                    });
            options.setBase(URI.create("file:/"));
            options.setOrdered(true);
            try {
                var flat =
                        JsonLd.flatten(JsonDocument.of(new ByteArrayInputStream(bytes)))
                                .options(options)
                                .get()
                                .asJsonArray();
                var nodes = new LinkedHashMap<String, Node>();
                flat.forEach(
                        it -> nodes.put(Node.id(it.asJsonObject()), Node.of(it.asJsonObject())));
                return new Graph(
                        nodes,
                        teams(nodes),
                        nodes.values().stream().anyMatch(it -> it.types().contains(OWN_ROW)));
            } catch (JsonLdError | JsonException | IllegalStateException | ClassCastException e) {
                // The last two are how the library meets values where no value may stand.
                throw new ParseException("This begins like JSON-LD and has a mistake in it.");
            }
        }

        /// The library takes a context apart again wherever one stands, goes down as deep as a file
        /// does, and looks through a list again for each thing in it: one context, on top, of the
        /// size that people write, and no more things than a result has.
        private static void requireSmall(byte[] bytes) {
            try {
                var file = JsonMapper.shared().readTree(bytes);
                if (things(file, DEEPEST, true) > MOST_THINGS
                        || members(file) - file.path("@graph").size() > MOST_MEMBERS) {
                    throw new ParseException(
                            "The file speaks of more than a tour has; send each stage by itself.");
                }
            } catch (JacksonException e) {
                throw new ParseException(
                        "This begins like JSON and breaks off or has a mistake in it.");
            }
        }

        private static int things(JsonNode json, int deepest, boolean isTop) {
            if (deepest == 0) {
                throw new ParseException(
                        "The parts of this file stand inside each other more than %d deep; no result does."
                                .formatted(DEEPEST));
            }
            var context = json.path(CONTEXT);
            if (!context.isMissingNode()
                    && (!isTop || context.size() > MOST_TERMS || context.isArray())) {
                throw new ParseException(
                        "A Sport Schema file has one '@context', on top, of at most %d names."
                                .formatted(MOST_TERMS));
            }
            int things = json.isObject() ? 1 : 0;
            for (var part : json) {
                things += things(part, deepest - 1, false);
            }
            return things;
        }

        /// How many values stand in lists.
        private static int members(JsonNode json) {
            int members = json.isArray() ? json.size() : 0;
            for (var part : json) {
                members += members(part);
            }
            return members;
        }

        private static Map<String, String> teams(Map<String, Node> nodes) {
            var teams = new HashMap<String, String>();
            for (var node : nodes.values()) {
                var team = nodes.getOrDefault(node.one("membershipOf"), NOTHING).one("label");
                if (!team.isEmpty()) {
                    node.all("member").forEach(rider -> teams.put(rider, team));
                }
            }
            return teams;
        }

        private Node node(String name) {
            return nodes.getOrDefault(name, NOTHING);
        }

        private List<Node> participations(Node unit) {
            return unit.all("participation", "eventParticipation").stream()
                    .distinct()
                    .map(this::node)
                    .toList();
        }

        /// What somebody has a rank in, by day.
        List<Node> units() {
            return nodes.values().stream()
                    .filter(it -> it.types().stream().anyMatch(UNITS::contains))
                    .filter(it -> !participations(it).isEmpty() && (isOurs || isRanking(it)))
                    .sorted(Comparator.comparing(it -> it.one("startDateTime")))
                    .toList();
        }

        private boolean isRanking(Node unit) {
            return participations(unit).stream().anyMatch(it -> !it.one("rank").isEmpty());
        }

        /// What a file of our own says of its result; empty for any other.
        Map<String, String> ownAbout() {
            var about = new LinkedHashMap<String, String>();
            if (isOurs) {
                nodes.values().stream()
                        .filter(it -> it.types().contains("Competition"))
                        .forEach(it -> about.putAll(it.own()));
                about.keySet().retainAll(ResultMetadata.KEYS);
            }
            return about;
        }

        /// What the file says of race, year, stage and day.
        Map<String, String> about(Node unit) {
            var about = new LinkedHashMap<String, String>();
            var label = unit.one("label");
            var day = unit.one("startDateTime");
            var competition = unit;
            var stage = SportsMl.stage(label);
            for (int floor = 0; floor < 5 && !node(above(competition)).said().isEmpty(); floor++) {
                competition = node(above(competition));
                stage = stage.isEmpty() ? SportsMl.stage(competition.one("label")) : stage;
            }
            about.put("race", competition.one("label"));
            if (day.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
                about.put("date", day.substring(0, 10));
            } else {
                about.put("year", SportsMl.year(competition.one("label") + " " + label));
            }
            about.put("stage", stage);
            about.put("classification", classification(unit, !stage.isEmpty()));
            about.putAll(SportsMl.course(label));
            return about;
        }

        /// The general classification is a race's result itself, and no stage's.
        private static String classification(Node unit, boolean isOfStage) {
            return unit.types().contains("Event")
                    ? ""
                    : ChosenResult.classification(unit.one("label"))
                            .filter(word -> isOfStage || !word.equals("general"))
                            .orElse("");
        }

        private static String above(Node unit) {
            return unit.one(UPWARDS.toArray(String[]::new));
        }

        List<Map<String, String>> rows(Node unit) {
            if (isOurs) {
                return nodes.values().stream()
                        .filter(it -> it.types().contains(OWN_ROW))
                        .map(Node::own)
                        .sorted(Comparator.comparingInt(own -> SportsMl.place(own, "number")))
                        .map(this::ownRow)
                        .toList();
            }
            return participations(unit).stream()
                    .map(this::cells)
                    .sorted(Comparator.comparingInt(row -> SportsMl.place(row, "place")))
                    .toList();
        }

        private Map<String, String> ownRow(Map<String, String> own) {
            var cells = cells(node(own.getOrDefault("of", "")));
            if (own.containsKey("family")) {
                cells.remove("rider");
            }
            cells.putAll(own);
            cells.keySet().retainAll(SportsMl.COLUMNS);
            return cells;
        }

        private Map<String, String> cells(Node participation) {
            var cells = new LinkedHashMap<String, String>();
            var name = participation.one("participationBy");
            var competitor = node(name);
            var born = competitor.one("dateOfBirth");
            var isTeam = competitor.types().contains("Team");
            cells.put("place", participation.one("rank"));
            cells.put("bib", participation.one("uniformNumberEvent"));
            cells.put(isTeam ? "team" : "rider", competitor.one("label"));
            if (!isTeam) {
                cells.put("team", teams.getOrDefault(name, ""));
            }
            cells.put("nation", isOurs ? competitor.one("nationality") : "");
            cells.put("birth_date", Cells.day(born).isPresent() ? born : "");
            cells.put(
                    "status",
                    SportsMl.STATUSES.getOrDefault(
                            Node.lastPart(participation.one("eventOutcome", "event-outcome")), ""));
            var score = SportsMl.inHundredths(participation.one("score"));
            var units = Node.lastPart(participation.one("scoreUnits"));
            cells.put(SportsMl.column(units, score), score);
            cells.values().removeIf(String::isBlank);
            return cells;
        }
    }
}
