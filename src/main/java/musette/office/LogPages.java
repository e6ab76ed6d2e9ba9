package musette.office;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import musette.audit.AuditEntry;
import musette.audit.AuditLog;
import musette.desk.Deeds;
import musette.desk.Times;
import musette.site.Frame;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The log of the desk, for the owner.
@Controller
@MayCall(Who.OWNER)
class LogPages {
    private static final int MOST = 100;

    private final AuditLog log;
    private final Revisions revisions;
    private final Staff staff;
    private final Times times;
    private final Templates templates;
    private final Frame.Frames frames;

    LogPages(
            AuditLog log,
            Revisions revisions,
            Staff staff,
            Times times,
            Templates templates,
            Frame.Frames frames) {
        this.log = log;
        this.revisions = revisions;
        this.staff = staff;
        this.times = times;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/log")
    ResponseEntity<byte[]> log(
            @RequestParam(defaultValue = "0") long whose,
            @RequestParam(defaultValue = "0") long before,
            @Nullable CsrfToken csrf) {
        var names = staff.names();
        var entries = log.latest(whose, before, MOST + 1);
        var shown = entries.subList(0, Math.min(MOST, entries.size()));
        var headlines = revisions.headlines(numbers(shown, "story"));
        return templates.page(
                "office/log.jte",
                new LogPage(
                        frames.signedIn("Log", csrf),
                        shown.stream().map(entry -> line(entry, names, headlines)).toList(),
                        people(whose, names),
                        entries.size() > MOST
                                ? "/desk/log?whose=%d&before=%d"
                                        .formatted(whose, shown.getLast().id())
                                : ""));
    }

    private static List<Long> numbers(List<AuditEntry> entries, String about) {
        return entries.stream()
                .filter(entry -> entry.about().equals(about))
                .flatMapToLong(entry -> LongStream.of(entry.aboutId().orElse(0)))
                .distinct()
                .boxed()
                .toList();
    }

    private LogPage.Line line(
            AuditEntry entry, Map<Long, String> names, Map<Long, String> headlines) {
        long number = entry.aboutId().orElse(0);
        var about =
                switch (entry.about()) {
                    case "story" -> headlines.getOrDefault(number, "");
                    case "member" -> names.getOrDefault(number, "");
                    case "arrival" -> number == 0 ? "" : "file " + number;
                    default -> "";
                };
        var address =
                switch (entry.about()) {
                    case "story" -> "/desk/stories/" + number;
                    case "arrival" -> "/desk/results/" + number;
                    default -> "";
                };
        return new LogPage.Line(
                times.words(entry.at()),
                names.getOrDefault(entry.member(), "somebody"),
                Deeds.of(entry.act()).words(),
                about,
                about.isEmpty() ? "" : address,
                entry.detail());
    }

    private static List<LogPage.Person> people(long whose, Map<Long, String> names) {
        return Stream.concat(
                        Stream.of(new LogPage.Person(0, "Everybody", whose == 0)),
                        names.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(member ->
                                        new LogPage.Person(
                                                member.getKey(),
                                                member.getValue(),
                                                member.getKey() == whose)))
                .toList();
    }
}
