package musette.results;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.pages.SameForEverybody;
import musette.racing.Result;
import musette.racing.ResultRow;
import musette.racing.Results;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Results and coming races by month, as a page and as a calendar to subscribe to.
@Controller
@MayCall(Who.ANYONE)
class CalendarPages {
    private static final DateTimeFormatter MONTH = Moment.words("MMMM uuuu");
    private static final DateTimeFormatter DAY = Moment.words("EEEE d MMMM");
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    /// How far back and ahead the calendar to subscribe to goes.
    private static final int DAYS_BACK = 400;

    private static final int DAYS_AHEAD = 60;

    private final Results results;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;
    private final Clock clock;

    CalendarPages(
            Results results,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates,
            Clock clock) {
        this.results = results;
        this.site = site;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
        this.clock = clock;
    }

    /// This month, or the last one in which something ended.
    @GetMapping("/calendar")
    ResponseEntity<byte[]> latest() {
        var tomorrow = today().plusDays(1);
        var day = results.around(tomorrow, tomorrow).before().orElse(today());
        return ResponseEntity.status(HttpStatus.FOUND)
                .cacheControl(CacheControl.noCache())
                .location(URI.create(path(YearMonth.from(day))))
                .build();
    }

    @GetMapping("/calendar/{year}/{month}")
    @SameForEverybody
    ResponseEntity<byte[]> month(@PathVariable int year, @PathVariable int month) {
        var shown = known(year, month).orElseThrow(CalendarPages::none);
        var around = results.around(shown.atDay(1), shown.atEndOfMonth());
        var words = MONTH.format(shown);
        var frame = frames.open("Results in " + words, "Races and stages in " + words);
        var page =
                new CalendarPage(
                        frame,
                        Preview.website(address.of(path(shown)), frame),
                        words,
                        name(around.before()),
                        name(around.after()),
                        days(results.between(shown.atDay(1), shown.atEndOfMonth())));
        return templates.shared("results/calendar.jte", page);
    }

    @GetMapping("/calendar.ics")
    @SameForEverybody
    ResponseEntity<byte[]> file() {
        var today = today();
        var entries = results.between(today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        var body = Icalendar.of(site.name(), address, entries).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePublic())
                .eTag(Templates.tag(body))
                .body(body);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.zone());
    }

    private static Optional<YearMonth> known(int year, int month) {
        try {
            return Optional.of(YearMonth.of(year, month)).filter(it -> year > 1800 && year < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String path(YearMonth month) {
        return "/calendar/%d/%d".formatted(month.getYear(), month.getMonthValue());
    }

    private static ResultTable.Name name(Optional<LocalDate> day) {
        return day.map(YearMonth::from)
                .map(it -> new ResultTable.Name(MONTH.format(it), path(it)))
                .orElse(ResultTable.Name.NONE);
    }

    private static List<CalendarPage.Day> days(List<Result> results) {
        var byDay =
                results.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CalendarPages::day,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                CalendarPages::finish, Collectors.toList())));
        return byDay.entrySet().stream()
                .map(day -> new CalendarPage.Day(day.getKey(), day.getValue()))
                .toList();
    }

    private static String day(Result result) {
        var day = result.heldOn();
        return day == null ? "" : DAY.format(day);
    }

    private static CalendarPage.Finish finish(Result result) {
        return new CalendarPage.Finish(
                new ResultTable.Name(result.title(), ResultTables.address(result)),
                winners(result).map(ResultRow::competitor).map(ResultTables::name).toList(),
                Stream.of(result.place(), result.edition().raceClass())
                        .filter(word -> word != null)
                        .collect(Collectors.joining(" · ")),
                result.standing() == Result.Standing.PROVISIONAL);
    }

    static Stream<ResultRow> winners(Result result) {
        return result.rows().stream().filter(row -> row.placing().isWin());
    }

    private static HttpProblem none() {
        return HttpProblem.notFound("There is no such month.");
    }
}
