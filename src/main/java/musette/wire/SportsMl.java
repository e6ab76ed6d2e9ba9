package musette.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/// SportsML-G2 3.x (IPTC), as agencies send it: the events of a tournament and its standing, each a
/// result. Riders come in any order there and are put in that of their ranks. Nations are in the
/// agency's own codes and are left out; no entity of the file is looked up. A file of our own is
/// known by its `sports-property` elements, which say what the schema has no place for; its rows
/// keep their order.
final class SportsMl implements Format {
    private static final int FAR_ENOUGH = 64 * 1024;
    private static final int DEEPEST = 200;
    private static final int MOST = 40;
    private static final int MOST_LOOKED_AT = 200;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern STAGE =
            Pattern.compile("(?i)(?:stage\\s*)?([1-9][0-9]?)([ab])?|(prologue)");
    private static final Pattern LENGTH = Pattern.compile("(?<![\\d.])(\\d{1,3}(?:\\.\\d)?)\\s?km");
    private static final Pattern FRACTION = Pattern.compile("(.*:.*)\\.(\\d+)");
    static final List<String> COLUMNS =
            Stream.concat(ResultExport.COLUMNS.stream(), Stream.of("rider")).toList();
    private static final String OWN =
            "> *|sports-property[vocabulary=%s]".formatted(ResultExport.FORM);
    static final Map<String, String> STATUSES =
            Map.of(
                    "did-not-finish", "DNF",
                    "dnf", "DNF",
                    "did-not-start", "DNS",
                    "dns", "DNS",
                    "disqualified", "DSQ",
                    "dsq", "DSQ");

    @Override
    public boolean recognises(byte[] bytes) {
        var start =
                new String(bytes, 0, Math.min(bytes.length, FAR_ENOUGH), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("<")
                && start.contains("sports-content");
    }

    @Override
    public int results(byte[] bytes) {
        return Math.min(MOST, units(document(bytes)).size());
    }

    @Override
    public ResultsText read(byte[] bytes, Map<String, String> told) {
        var units = units(document(bytes));
        if (units.isEmpty()) {
            throw new ParseException(
                    "This is SportsML, and no event or standing in it ranks anybody.");
        }
        int number = Format.chosen(told, units.size());
        var unit = units.get(number - 1);
        var own = ownAbout(unit);
        var rows = rows(unit, !own.isEmpty());
        var about = own.isEmpty() ? about(unit) : own;
        if (own.isEmpty() && isOfTeams(rows) && !"TTT".equals(about.get("kind"))) {
            about.put("classification", "teams");
        }
        return text(about, rows, told, number, units.size());
    }

    static boolean isOfTeams(List<Map<String, String>> rows) {
        return rows.stream()
                .noneMatch(row -> row.containsKey("family") || row.containsKey("rider"));
    }

    /// What an agency's file became.
    ///
    /// @param number which of the file's results it is
    static ResultsText text(
            Map<String, String> about,
            List<Map<String, String>> rows,
            Map<String, String> told,
            int number,
            int results) {
        var isInOneCell = rows.stream().anyMatch(row -> row.containsKey("rider"));
        if (isInOneCell) {
            about.put(RiderNames.KEY, "given first");
        }
        var text = new StringBuilder();
        about.forEach((key, value) -> {
            if (!told.containsKey(key) && !value.isBlank()) {
                text.append("# %s: %s\n".formatted(key, value));
            }
        });
        var remarks = new ArrayList<String>();
        if (results > 1) {
            remarks.add(Format.oneOf(results, number));
        }
        if (results > MOST) {
            remarks.add("Only the first %d of them are brought in at once.".formatted(MOST));
        }
        return new ResultsText(
                text + Format.table(COLUMNS, rows),
                remarks,
                isInOneCell && !told.containsKey(RiderNames.KEY));
    }

    private static Document document(byte[] bytes) {
        try {
            return bounded(
                    Jsoup.parse(new ByteArrayInputStream(bytes), null, "", Parser.xmlParser()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same document. One that is nested without end would be looked through again at every
    /// level of it.
    ///
    /// @throws ParseException when it is nested deeper than any file that people or programs write
    private static Document bounded(Document document) {
        var end =
                NodeTraversor.filter(
                        (node, depth) ->
                                depth > DEEPEST
                                        ? NodeFilter.FilterResult.STOP
                                        : NodeFilter.FilterResult.CONTINUE,
                        document);
        if (end == NodeFilter.FilterResult.STOP) {
            throw new ParseException(
                    "The parts of this file stand inside each other more than %d deep; no result does."
                            .formatted(DEEPEST));
        }
        return document;
    }

    /// Every event and every standing in which somebody has a rank.
    private static List<Element> units(Document document) {
        return document.select("*|sports-event, *|standing").stream()
                .limit(MOST_LOOKED_AT)
                .filter(unit -> rank(unit).isPresent() || !ownAbout(unit).isEmpty())
                .toList();
    }

    /// What a file of our own says of its result; empty for any other.
    private static Map<String, String> ownAbout(Element unit) {
        var content = unit.closest("*|sports-content");
        var about = own(metadata(content, "sports-metadata"));
        about.keySet().retainAll(ResultMetadata.KEYS);
        return about;
    }

    private static Map<String, String> own(Element element) {
        var own = new LinkedHashMap<String, String>();
        element.select(OWN)
                .forEach(it -> own.put(it.attr("formal-name"), inOneLine(it.attr("value"))));
        return own;
    }

    /// What the file says of race, year, stage and day.
    private static Map<String, String> about(Element unit) {
        var about = new LinkedHashMap<String, String>();
        var tournament = metadata(unit.closest("*|tournament"), "tournament-metadata");
        var part = metadata(unit.closest("*|tournament-part"), "tournament-part-metadata");
        var event = metadata(unit, "event-metadata");
        var day = DAY.matcher(event.attr("start-date-time"));
        var name = name(event);
        about.put("race", name(tournament).isEmpty() ? name : name(tournament));
        if (day.lookingAt()) {
            about.put("date", day.group());
        } else {
            about.put(
                    "year", year(tournament.attr("temporal-unit-value") + tournament.attr("key")));
        }
        var stage = stage(part.attr("number").isEmpty() ? name(part) : part.attr("number"));
        about.put("stage", stage);
        about.put("classification", classification(unit, !stage.isEmpty()));
        about.putAll(course(name));
        return about;
    }

    /// The first year of the bicycle that stands in there; empty for none.
    static String year(String words) {
        var year = YEAR.matcher(words);
        return year.find() ? year.group() : "";
    }

    /// Of the name of a stage or its number; empty for any other part of a race.
    static String stage(String name) {
        var stage = STAGE.matcher(name);
        return stage.matches()
                ? Objects.requireNonNullElse(stage.group(3), stage.group(0))
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^stage\\s*", "")
                : "";
    }

    /// What the name of an event tells of its course.
    static Map<String, String> course(String name) {
        var length = LENGTH.matcher(name);
        return Map.of(
                "distance",
                length.find() ? length.group(1) + " km" : "",
                "kind",
                name.contains("(TTT)") ? "TTT" : name.contains("(ITT)") ? "ITT" : "");
    }

    /// A standing that does not say more is the general classification, which is a race's result
    /// itself.
    private static String classification(Element unit, boolean isOfStage) {
        if (unit.normalName().endsWith("sports-event")) {
            return "";
        }
        var metadata = metadata(unit, "standing-metadata");
        var word =
                ChosenResult.classification(unit.attr("content-label"))
                        .or(() -> ChosenResult.classification(name(metadata)))
                        .orElse("general");
        return word.equals("general") && !isOfStage ? "" : word;
    }

    private static List<Map<String, String>> rows(Element unit, boolean isOurs) {
        var rows = competitors(unit, isOurs).map(competitor -> row(competitor, isOurs));
        return isOurs
                ? rows.toList()
                : rows.sorted(Comparator.comparingInt(row -> place(row, "place"))).toList();
    }

    /// The riders, and the teams that have a rank of their own.
    private static Stream<Element> competitors(Element unit, boolean isOurs) {
        return unit.select("*|player, *|team").stream()
                .filter(it ->
                        isOurs
                                || it.normalName().endsWith("player")
                                || !stats(it).attributes().isEmpty());
    }

    /// The one that the rider stands in, else the one said beside the rider.
    private static String team(Element rider) {
        var around = name(metadata(rider.closest("*|team"), "team-metadata"));
        var beside = rider.selectFirst("> *|affiliation[membership-type=team]");
        return around.isEmpty() && beside != null
                ? inOneLine(beside.attr("membership-name"))
                : around;
    }

    /// A number to put rows in order by; those without one stand last.
    static int place(Map<String, String> row, String column) {
        var place = row.getOrDefault(column, "");
        return place.matches("[0-9]{1,6}") ? Integer.parseInt(place) : Integer.MAX_VALUE;
    }

    private static Map<String, String> row(Element competitor, boolean isOurs) {
        var row = new LinkedHashMap<String, String>();
        var isTeam = competitor.normalName().endsWith("team");
        var metadata = metadata(competitor, isTeam ? "team-metadata" : "player-metadata");
        var stats = stats(competitor);
        var born = metadata.attr("date-of-birth");
        row.put("place", rank(stats).orElse(""));
        row.put("bib", metadata.attr("uniform-number"));
        if (isTeam) {
            row.put("team", name(metadata));
        } else {
            row.putAll(names(metadata));
            row.put("team", team(competitor));
            row.put("birth_date", DAY.matcher(born).matches() ? born : "");
        }
        row.put("status", STATUSES.getOrDefault(word(stats.attr("event-outcome")), ""));
        row.put("points", stats.attr("event-standing-points").strip());
        row.put("gap", inHundredths(stats.attr("score-behind").strip()));
        var score = inHundredths(stats.attr("score").strip());
        if (!score.isEmpty()) {
            row.put(column(word(stats.attr("score-units")), score), score);
        }
        if (isOurs) {
            row.put("nation", metadata.attr("nationality"));
            row.putAll(own(stats));
        }
        row.keySet().retainAll(COLUMNS);
        row.values().removeIf(String::isBlank);
        return row;
    }

    /// Agencies tell thousandths; what results tell is cut to hundredths, never rounded.
    static String inHundredths(String score) {
        var time = FRACTION.matcher(score);
        if (!time.matches()) {
            return score;
        }
        var hundredths = (time.group(2) + "00").substring(0, 2);
        return hundredths.equals("00") ? time.group(1) : time.group(1) + "." + hundredths;
    }

    static String column(String units, String score) {
        return switch (units) {
            case "time-absolute" -> "time";
            case "time-relative" -> "gap";
            case "points" -> "points";
            default -> score.startsWith("+") ? "gap" : score.contains(":") ? "time" : "points";
        };
    }

    private static Map<String, String> names(Element metadata) {
        var family = name(metadata, "[part$=family]");
        return family.isEmpty()
                ? Map.of("rider", name(metadata))
                : Map.of("family", family, "given", name(metadata, "[part$=given]"));
    }

    /// The full name of whatever it is about.
    private static String name(Element metadata) {
        var full = name(metadata, "[role$=full]");
        return full.isEmpty() ? name(metadata, "") : full;
    }

    private static String name(Element metadata, String which) {
        var name = metadata.selectFirst("> *|name" + which);
        return name == null ? "" : inOneLine(name.text());
    }

    private static String inOneLine(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static Element stats(Element competitor) {
        return Objects.requireNonNullElse(
                competitor.selectFirst("> *|player-stats, > *|team-stats"), new Element("none"));
    }

    private static Element metadata(@Nullable Element of, String name) {
        return of == null
                ? new Element("none")
                : Objects.requireNonNullElse(of.selectFirst("> *|" + name), new Element("none"));
    }

    /// The first in that part of the file, as an element of its own or an attribute of the stats.
    private static Optional<String> rank(Element of) {
        var elements = of.select("*|rank[value]").stream().map(it -> it.attr("value"));
        var attributes = of.select("[rank]").stream().map(it -> it.attr("rank"));
        return Stream.concat(elements, attributes)
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .findFirst();
    }

    /// `spscoreunits:time-absolute` is `time-absolute`, whatever the agency calls its list.
    private static String word(String qcode) {
        return qcode.substring(qcode.indexOf(':') + 1);
    }
}
