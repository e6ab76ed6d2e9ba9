package musette.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import musette.desk.PlanningPage.Day;
import musette.desk.PlanningPage.Planned;
import musette.desk.PlanningPage.Raced;
import musette.pages.Moment;
import musette.pages.ResultTables;
import musette.racing.Result;
import musette.racing.Results;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import musette.stories.Plan;
import musette.stories.Revisions;
import musette.stories.Stories;
import musette.stories.Timetable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The newsroom's calendar: plans and embargoes, and which races have no story yet.
@Controller
@MayCall(Who.STAFF)
class PlanningPages {
    private static final DateTimeFormatter MONTH = Moment.words("MMMM uuuu");
    private static final DateTimeFormatter DAY = Moment.words("EEEE d MMMM");
    private static final DateTimeFormatter TIME = Moment.words("HH:mm:ss");

    private static final int FARTHEST_YEARS = 200;

    private final Timetable timetable;
    private final Revisions revisions;
    private final Stories stories;
    private final Results results;
    private final SiteSettings site;
    private final Clock clock;
    private final Templates templates;
    private final Frame.Frames frames;

    PlanningPages(
            Timetable timetable,
            Revisions revisions,
            Stories stories,
            Results results,
            SiteSettings site,
            Clock clock,
            Templates templates,
            Frame.Frames frames) {
        this.timetable = timetable;
        this.revisions = revisions;
        this.stories = stories;
        this.results = results;
        this.site = site;
        this.clock = clock;
        this.templates = templates;
        this.frames = frames;
    }

    /// @param month `2023-04`; this one when it is none
    @GetMapping("/desk/calendar")
    ResponseEntity<byte[]> calendar(
            @RequestParam(defaultValue = "") String month, @Nullable CsrfToken csrf) {
        var shown = month(month);
        return templates.page(
                "desk/calendar.jte",
                new PlanningPage(
                        frames.signedIn("Calendar", csrf),
                        MONTH.format(shown),
                        shown.toString(),
                        shown.minusMonths(1).toString(),
                        shown.plusMonths(1).toString(),
                        days(shown)));
    }

    private YearMonth month(String month) {
        var now = YearMonth.from(day(clock.instant()));
        try {
            var asked = YearMonth.parse(month);
            return Math.abs(asked.getYear() - now.getYear()) > FARTHEST_YEARS ? now : asked;
        } catch (DateTimeException e) {
            return now;
        }
    }

    private List<Day> days(YearMonth month) {
        var planned = planned(month);
        var raced = raced(results.between(month.atDay(1), month.atEndOfMonth()));
        var today = day(clock.instant());
        var days = new TreeSet<LocalDate>(planned.keySet());
        days.addAll(raced.keySet());
        if (YearMonth.from(today).equals(month)) {
            days.add(today);
        }
        return days.stream()
                .map(day ->
                        new Day(
                                DAY.format(day),
                                day.equals(today),
                                planned.getOrDefault(day, List.of()),
                                raced.getOrDefault(day, List.of())))
                .toList();
    }

    private record Dated(Instant at, Planned planned) {}

    private Map<LocalDate, List<Planned>> planned(YearMonth month) {
        var from = month.atDay(1).atStartOfDay(site.zone()).toInstant();
        var until = month.plusMonths(1).atDay(1).atStartOfDay(site.zone()).toInstant();
        var plans =
                timetable.all().stream()
                        .filter(plan -> !plan.at().isBefore(from) && plan.at().isBefore(until))
                        .toList();
        var embargoes = timetable.embargoesThatEnd(from, until);
        var headlines =
                revisions.headlines(
                        Stream.concat(plans.stream().map(Plan::story), embargoes.keySet().stream())
                                .distinct()
                                .toList());
        var all = new ArrayList<Dated>();
        plans.forEach(plan -> all.add(goesLive(plan, headlines)));
        embargoes.forEach(
                (story, at) -> all.add(dated(story, at, "embargo ends", false, headlines)));
        return all.stream()
                .sorted(Comparator.comparing(Dated::at))
                .collect(
                        Collectors.groupingBy(
                                it -> day(it.at()),
                                TreeMap::new,
                                Collectors.mapping(Dated::planned, Collectors.toList())));
    }

    private Dated goesLive(Plan plan, Map<Long, String> headlines) {
        var what =
                !plan.problem().isEmpty()
                        ? "has not gone live"
                        : timetable.isLate(plan) ? "late" : "goes live";
        return dated(plan.story(), plan.at(), what, !what.equals("goes live"), headlines);
    }

    private Dated dated(
            long story, Instant at, String what, boolean isUrgent, Map<Long, String> headlines) {
        return new Dated(
                at,
                new Planned(
                        TIME.format(at.atZone(site.zone())),
                        headlines.getOrDefault(story, ""),
                        "/desk/stories/" + story,
                        what,
                        isUrgent));
    }

    private Map<LocalDate, List<Raced>> raced(List<Result> finished) {
        var covered = stories.covered(finished.stream().map(Result::id).toList());
        var byDay = new TreeMap<LocalDate, List<Raced>>();
        for (var result : finished) {
            var day = result.heldOn();
            if (day != null) {
                byDay.computeIfAbsent(day, it -> new ArrayList<>()).add(raced(result, covered));
            }
        }
        return byDay;
    }

    private static Raced raced(Result result, Map<Long, Boolean> covered) {
        var isLive = covered.get(result.id());
        return new Raced(
                result.title(),
                ResultTables.address(result),
                result.standing().word(),
                isLive == null ? "no story" : isLive ? "story" : "draft",
                isLive == null && result.key().isFinish() ? result.id() : 0);
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, site.zone());
    }
}
