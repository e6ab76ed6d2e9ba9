package musette.office;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import musette.desk.OnDuty;
import musette.media.PictureRefused;
import musette.media.Pictures;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Author;
import musette.staff.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Who works here, and as what.
@Controller
@MayCall(Who.OWNER)
class StaffPages {
    private static final Map<String, String> NOTICES =
            Map.of(
                    "invited", "Invited. A mail with the way in is on its way.",
                    "role", "Changed, from their next click on.",
                    "byline", "Changed. Readers see it on everything they wrote.",
                    "portrait", "Changed. Readers see it beside the name.",
                    "removed", "Gone. Every session of theirs has ended; what they wrote stays.");

    private final Staff staff;
    private final Pictures pictures;
    private final Templates templates;
    private final Frame.Frames frames;

    StaffPages(Staff staff, Pictures pictures, Templates templates, Frame.Frames frames) {
        this.staff = staff;
        this.pictures = pictures;
        this.templates = templates;
        this.frames = frames;
    }

    @GetMapping("/desk/staff")
    ResponseEntity<byte[]> all(
            @RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return page(
                HttpStatus.OK,
                StaffPage.Typed.NOTHING,
                NOTICES.getOrDefault(done, ""),
                "",
                OnDuty.member(request));
    }

    @PostMapping("/desk/staff")
    ResponseEntity<byte[]> invite(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request) {
        var host = staff.names().getOrDefault(OnDuty.member(request), "The owner");
        var problem = staff.invite(name, email, role(role), host);
        return problem.isEmpty()
                ? done("invited")
                : page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new StaffPage.Typed(name, email, role),
                        "",
                        problem,
                        OnDuty.member(request));
    }

    @PostMapping("/desk/staff/{id}/invitation")
    ResponseEntity<byte[]> inviteAgain(@PathVariable long id, HttpServletRequest request) {
        staff.inviteAgain(
                member(id), staff.names().getOrDefault(OnDuty.member(request), "The owner"));
        return done("invited");
    }

    @PostMapping("/desk/staff/{id}/role")
    ResponseEntity<byte[]> changeRole(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request) {
        return answer("role", staff.changeRole(member(id), role(role)), request);
    }

    @PostMapping("/desk/staff/{id}/byline")
    ResponseEntity<byte[]> changeByline(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String biography,
            HttpServletRequest request) {
        return answer("byline", staff.changeByline(member(id), name, biography), request);
    }

    @PostMapping("/desk/staff/{id}/portrait")
    ResponseEntity<byte[]> changePortrait(
            @PathVariable long id, @RequestParam MultipartFile file, HttpServletRequest request) {
        var member = member(id);
        try {
            var picture = pictures.add(file.getBytes(), OnDuty.member(request));
            staff.changePortrait(member, Optional.of(picture.name()));
            return done("portrait");
        } catch (PictureRefused refused) {
            return answer("portrait", refused.sentence(), request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/desk/staff/{id}/portrait/removal")
    ResponseEntity<byte[]> removePortrait(@PathVariable long id) {
        staff.changePortrait(member(id), Optional.empty());
        return done("portrait");
    }

    @PostMapping("/desk/staff/{id}/removal")
    ResponseEntity<byte[]> remove(@PathVariable long id, HttpServletRequest request) {
        return answer("removed", staff.remove(member(id)), request);
    }

    private long member(long id) {
        if (!staff.isOnDuty(id)) {
            throw HttpProblem.notFound("There is nobody like that on the staff.");
        }
        return id;
    }

    private static Author.Role role(String word) {
        return StaffPage.ROLES.stream()
                .filter(choice -> choice.role().equals(word))
                .findFirst()
                .map(choice -> Author.Role.valueOf(choice.role().toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> HttpProblem.badRequest("Choose what they are here for."));
    }

    private ResponseEntity<byte[]> answer(String done, String problem, HttpServletRequest request) {
        return problem.isEmpty()
                ? done(done)
                : page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        StaffPage.Typed.NOTHING,
                        "",
                        problem,
                        OnDuty.member(request));
    }

    private static ResponseEntity<byte[]> done(String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/desk/staff?done=" + done))
                .build();
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status, StaffPage.Typed typed, String notice, String problem, long me) {
        var members = staff.members().stream().map(member -> line(member, me)).toList();
        return templates.page(
                status,
                "office/staff.jte",
                new StaffPage(frames.withForms("Staff", ""), members, typed, notice, problem));
    }

    private static StaffPage.Line line(Staff.Member member, long me) {
        var author = member.author();
        return new StaffPage.Line(
                "/desk/staff/" + author.id(),
                "/authors/" + author.slug(),
                author.name(),
                author.email(),
                author.biography(),
                author.role().word(),
                author.portrait().isPresent(),
                member.hasCome(),
                author.id() == me);
    }
}
