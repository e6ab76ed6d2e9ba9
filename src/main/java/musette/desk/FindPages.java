package musette.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import musette.desk.FindPage.Group;
import musette.desk.FindPage.Line;
import musette.pages.ResultTables;
import musette.racing.Names;
import musette.racing.ResultRow;
import musette.racing.Search;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Visitor;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Manuscript;
import musette.stories.StorySearch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One field for everything there is at the desk: its own pages, stories, races, riders, teams.
@Controller
@MayCall(Who.STAFF)
class FindPages {
    private static final int LONGEST = 100;
    private static final int MOST_STORIES = 12;
    private static final int MOST_OF_A_KIND = 5;

    /// The desk's own pages, and who may see them.
    private record Place(String words, String address, Who who) {}

    private static final List<Place> PLACES =
            List.of(
                    new Place("Queue: flashes, drafts, live stories", "/desk", Who.STAFF),
                    new Place("New story: start a draft", "/desk#headline", Who.STAFF),
                    new Place("Results: bring a file, import", "/desk/results", Who.STAFF),
                    new Place("Riders: same or not the same", "/desk/riders", Who.STAFF),
                    new Place("Senders: push tokens", "/desk/results/senders", Who.OWNER),
                    new Place("Staff: invite, roles, bylines", "/desk/staff", Who.OWNER),
                    new Place("Calendar: plans, embargoes, races", "/desk/calendar", Who.STAFF),
                    new Place("Your passkeys", "/desk/passkeys", Who.STAFF),
                    new Place("Topics: names, sections", "/desk/topics", Who.EDITOR),
                    new Place("Log: who did what", "/desk/log", Who.OWNER),
                    new Place("Mail that was sent", "/desk/mail", Who.OWNER),
                    new Place("Calendar of races", "/calendar", Who.STAFF),
                    new Place("Site: what readers see", "/", Who.STAFF));

    private final StorySearch stories;
    private final Search search;
    private final Staff staff;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;

    FindPages(
            StorySearch stories,
            Search search,
            Staff staff,
            Times times,
            Templates templates,
            Frame.Frames frames) {
        this.stories = stories;
        this.search = search;
        this.staff = staff;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/find")
    ResponseEntity<byte[]> find(
            @RequestParam(name = "q", defaultValue = "") String typed,
            HttpServletRequest request,
            @Nullable CsrfToken csrf) {
        var words = typed.strip();
        var known = words.substring(0, Math.min(LONGEST, words.length()));
        var groups = new ArrayList<Group>();
        add(groups, "Desk", places(known, Visitor.duty(request)));
        if (!known.isEmpty()) {
            var names = staff.names();
            add(
                    groups,
                    "Stories",
                    stories.find(known, MOST_STORIES).stream().map(it -> line(it, names)));
            var found = search.find(known, MOST_OF_A_KIND);
            add(
                    groups,
                    "Races",
                    found.races().stream()
                            .map(it -> new Line(it.name(), "/races/" + it.slug(), "")));
            add(
                    groups,
                    "Riders",
                    found.riders().stream()
                            .map(it -> name(it, Objects.requireNonNullElse(it.nation(), ""))));
            add(
                    groups,
                    "Teams",
                    found.teams().stream().map(it -> name(it, String.valueOf(it.season()))));
        }
        return templates.page(
                "desk/find.jte",
                new FindPage(
                        frames.signedIn("Find", csrf),
                        words,
                        groups,
                        groups.isEmpty()
                                ? "Nothing here begins with these words. Fewer or shorter ones find"
                                        + " more."
                                : ""));
    }

    private static void add(List<Group> groups, String heading, Stream<Line> lines) {
        var all = lines.toList();
        if (!all.isEmpty()) {
            groups.add(new Group(heading, all));
        }
    }

    private static Stream<Line> places(String words, Who duty) {
        var beginnings =
                Stream.of(Names.slug(words).split("-", -1)).map(word -> "-" + word).toList();
        return PLACES.stream()
                .filter(place -> duty.compareTo(place.who()) >= 0)
                .filter(place ->
                        beginnings.stream().allMatch(("-" + Names.slug(place.words()))::contains))
                .map(place -> new Line(place.words(), place.address(), ""));
    }

    private Line line(Manuscript story, Map<Long, String> names) {
        var state =
                switch (story.state()) {
                    case DRAFT -> "draft";
                    case LIVE -> story.isAheadOfReaders() ? "live, changes not" : "live";
                    case WITHDRAWN -> "withdrawn";
                };
        var headline = story.headline().isBlank() ? "No headline yet" : story.headline();
        return new Line(
                headline,
                "/desk/stories/" + story.id(),
                "%s, %s, %s"
                        .formatted(
                                state,
                                names.getOrDefault(story.savedBy(), "somebody"),
                                times.words(story.savedAt())));
    }

    private static Line name(ResultRow.Competitor competitor, String detail) {
        var name = ResultTables.name(competitor);
        return new Line(name.words(), name.address(), detail);
    }
}
