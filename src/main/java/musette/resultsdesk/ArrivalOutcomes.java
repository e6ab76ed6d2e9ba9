package musette.resultsdesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import musette.flash.Flash;
import musette.flash.Flashes;
import musette.racing.Placing;
import musette.racing.Result;
import musette.racing.ResultDiff;
import musette.racing.ResultRow;
import musette.racing.Results;
import musette.resultsdesk.ArrivalPage.Some;
import musette.resultsdesk.ArrivalPage.ToStory;
import musette.resultsdesk.ArrivalPage.Understood;
import musette.stories.Stories;
import musette.wire.Arrival;
import musette.wire.ParsedFile.Quarantined;
import musette.wire.ParsedFile.Reading;
import musette.wire.Preview;
import musette.wire.Wire;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a file that was brought in would change, or what it has become, in words for the desk.
@Component
class ArrivalOutcomes {
    private static final int MOST_ROWS = 200;
    private static final int MOST_ASIDE = 100;

    private final Wire wire;
    private final Results results;
    private final Starters starters;
    private final Flashes flashes;
    private final Stories stories;

    ArrivalOutcomes(
            Wire wire, Results results, Starters starters, Flashes flashes, Stories stories) {
        this.wire = wire;
        this.results = results;
        this.starters = starters;
        this.flashes = flashes;
        this.stories = stories;
    }

    /// @param isCurrent whether it is what counts, and can be taken back
    ///
    /// @param needsReason whether it is put in only with a reason
    record Outcome(
            String news,
            String problem,
            boolean needsReason,
            boolean isCurrent,
            @Nullable ToStory story,
            Understood understood) {
        static Outcome nothing(String news) {
            return new Outcome(news, "", false, false, null, Understood.NOTHING);
        }

        static Outcome problem(String sentence) {
            return new Outcome("", sentence, false, false, null, Understood.NOTHING);
        }
    }

    Outcome of(Arrival arrival) {
        return switch (arrival.state()) {
            case WAITING -> preview(arrival, wire.preview(arrival.id()).orElseThrow());
            case DISCARDED -> Outcome.nothing("It was not used. Nothing has changed.");
            case REPEAT -> Outcome.nothing("All it says was known already; nothing has changed.");
            case DECLINED -> Outcome.problem(arrival.sentence());
            case UNDONE -> Outcome.nothing("It was taken back. What counted before counts again.");
            case APPLIED -> applied(arrival);
        };
    }

    private Outcome applied(Arrival arrival) {
        var aside = aside(arrival, wire.quarantine(arrival.id()));
        if (arrival.result().isEmpty()) {
            var list =
                    new Understood("A list of winners", Some.none(), Some.none(), aside, List.of());
            return new Outcome("The list is kept.", "", false, false, null, list);
        }
        var number = arrival.revision().orElseThrow();
        var result = arrival.result().getAsLong();
        var stored = results.revision(result, number).orElseThrow();
        var isCurrent = results.byId(result).filter(r -> r.revision() == number).isPresent();
        var told = isCurrent ? told(stored) : new Told("A newer version has replaced it.", null);
        var over =
                arrival.sentence().isEmpty()
                        ? ""
                        : " It replaced a result that was surer: " + arrival.sentence();
        return new Outcome(
                told.news() + over,
                "",
                false,
                isCurrent,
                told.story(),
                new Understood(
                        title(stored),
                        rows(stored),
                        changes(results.changes(result, number)),
                        aside,
                        Flash.withheld(stored).stream().toList()));
    }

    /// What became of a result that counts, and the way to its story.
    private record Told(String news, @Nullable ToStory story) {}

    private Told told(Result result) {
        if (result.isStartList()) {
            return new Told("The start list is in.", null);
        }
        if (Flash.withheld(result).isPresent()) {
            return new Told("The result is in.", null);
        }
        var carrier = stories.carrier(result.id());
        if (carrier.isPresent()) {
            return new Told(
                    "The result is in. Its story is at the desk.",
                    new ToStory.Written("/desk/stories/" + carrier.get()));
        }
        return flashes.isNews(result)
                ? new Told("The result is in. Its flash is in the queue in a moment.", null)
                : new Told(
                        "The result is in. A race of some time ago opens no story by itself.",
                        new ToStory.Offered(result.id()));
    }

    private Outcome preview(Arrival arrival, Preview preview) {
        return switch (preview) {
            case Preview.Refused refused -> Outcome.problem(refused.sentence());
            case Preview.OfList list ->
                    new Outcome(
                            list.news()
                                    ? "Nothing is changed yet. Look at it, then put it in."
                                    : "All of it is known already; nothing would change.",
                            "",
                            false,
                            false,
                            null,
                            new Understood(
                                    "A list of winners, %d rows".formatted(list.reading().rows()),
                                    Some.none(),
                                    Some.none(),
                                    aside(arrival, list.aside()),
                                    remarks(list.reading())));
            case Preview.OfResult result ->
                    new Outcome(
                            news(result),
                            result.objection(),
                            !result.objection().isEmpty(),
                            false,
                            null,
                            new Understood(
                                    title(result.after()),
                                    rows(result.after()),
                                    changes(result.diff().changes()),
                                    aside(arrival, result.aside()),
                                    Stream.concat(
                                                    remarks(result).stream(),
                                                    starters.remarks(result.after()).stream())
                                            .toList()));
        };
    }

    private static String news(Preview.OfResult result) {
        var before = result.before();
        if (!result.news()) {
            return "All of it is known already; nothing would change.";
        }
        if (before == null) {
            return "The first %s of this race. Readers see nothing of it yet."
                    .formatted(result.after().isStartList() ? "start list" : "result");
        }
        var changes = result.diff().changes().size();
        return "It would replace version %d (%s): %s."
                .formatted(
                        before.revision(),
                        before.standing().word(),
                        changes == 1 ? "1 change" : changes + " changes");
    }

    private static String title(Result result) {
        return "%d %s, %s"
                .formatted(result.edition().year(), result.title(), result.standing().word());
    }

    private static Some<ArrivalPage.Row> rows(Result result) {
        return Some.of(result.rows(), MOST_ROWS, row -> row(result, row));
    }

    private static ArrivalPage.Row row(Result result, ResultRow row) {
        var told =
                result.classification().isByPoints()
                        ? row.placing().pointsInPrint()
                        : row.placing().clock();
        var filed = "%s %s".formatted(row.asFiled("time"), row.asFiled("gap")).strip();
        return new ArrivalPage.Row(
                row.placing().mark(),
                row.name(),
                row.teamName(),
                told,
                saysTheSame(filed, told, row.placing())
                        ? ""
                        : filed
                                + result.gapBase(row)
                                        .map(base -> " behind " + base.competitor().family())
                                        .orElse(""));
    }

    /// `+ 00` and ditto marks are ways to write the same time.
    private static boolean saysTheSame(String filed, String told, Placing placing) {
        return plain(filed).equals(plain(told)) || (placing.sameTime() && plain(filed).isEmpty());
    }

    /// Whatever signs and zeros stand before it.
    private static String plain(String clock) {
        return clock.replaceAll("[+, ]", "").replaceFirst("^[0:]+", "");
    }

    private static Some<ArrivalPage.Change> changes(List<ResultDiff.Change> changes) {
        return Some.of(
                changes,
                MOST_ROWS,
                change ->
                        new ArrivalPage.Change(
                                change.name(),
                                change.field().name().toLowerCase(Locale.ROOT),
                                change.before(),
                                change.after()));
    }

    /// Each with its line as the file has it.
    private Some<ArrivalPage.Aside> aside(Arrival arrival, List<Quarantined> rows) {
        var lines = rows.isEmpty() ? List.<String>of() : wire.lines(arrival.id());
        return Some.of(
                rows,
                MOST_ASIDE,
                row ->
                        new ArrivalPage.Aside(
                                row.line(),
                                row.reason(),
                                row.line() <= lines.size()
                                        ? lines.get(row.line() - 1)
                                        : row.raw()));
    }

    private static List<String> remarks(Preview.OfResult result) {
        var remarks = new ArrayList<>(Flash.withheld(result.after()).stream().toList());
        remarks.addAll(remarks(result.reading()));
        return remarks;
    }

    private static List<String> remarks(Reading reading) {
        var remarks = new ArrayList<>(reading.remarks());
        if (!reading.unknownColumns().isEmpty()) {
            remarks.add("Columns not used: " + String.join(", ", reading.unknownColumns()) + ".");
        }
        return remarks;
    }
}
