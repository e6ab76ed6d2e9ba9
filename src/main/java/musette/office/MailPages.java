package musette.office;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import musette.post.CaughtMail;
import musette.post.CaughtMails;
import musette.post.MailRoute;
import musette.post.Outbox;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The house's mail as the desk sees it: what was caught here, and what is stuck.
@Controller
@MayCall(Who.OWNER)
class MailPages {
    private static final int MOST = 100;

    private final CaughtMails mails;
    private final Outbox outbox;
    private final MailRoute route;
    private final Templates templates;
    private final Frame.Frames frames;
    private final DateTimeFormatter times;

    MailPages(
            CaughtMails mails,
            Outbox outbox,
            MailRoute route,
            Templates templates,
            Frame.Frames frames,
            SiteSettings site) {
        this.mails = mails;
        this.outbox = outbox;
        this.route = route;
        this.templates = templates;
        this.frames = frames;
        this.times =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm zzz", Locale.UK)
                        .withZone(site.zone());
    }

    @GetMapping("/desk/mail")
    ResponseEntity<byte[]> list(@Nullable CsrfToken csrf) {
        var page =
                new MailListPage(
                        frames.signedIn("Mail", csrf),
                        route.isCaught(),
                        route.words(),
                        outbox.waiting(),
                        mails.latest(MOST).stream().map(this::row).toList(),
                        outbox.stuck(MOST).stream().map(this::row).toList(),
                        outbox.uncertain(MOST));
        return templates.page("office/mail-list.jte", page);
    }

    @GetMapping("/desk/mail/{id}")
    ResponseEntity<byte[]> one(@PathVariable long id, @Nullable CsrfToken csrf) {
        var mail =
                mails.find(id)
                        .orElseThrow(() ->
                                HttpProblem.notFound(
                                        "This mail is not here, or not any more: only the newest"
                                                + " thousand are kept."));
        var page =
                new MailPage(frames.signedIn(mail.subject(), csrf), mail, words(mail.caughtAt()));
        return templates.page("office/mail.jte", page);
    }

    private MailListPage.Caught row(CaughtMail.Line mail) {
        return new MailListPage.Caught(
                "/desk/mail/" + mail.id(), mail.subject(), mail.to(), words(mail.caughtAt()));
    }

    private MailListPage.Stuck row(Outbox.Stuck mail) {
        var next = mail.nextTry();
        var fate = next == null ? "not tried again" : "tried again " + words(next);
        return new MailListPage.Stuck(mail.subject(), mail.to(), mail.answer(), fate);
    }

    private String words(Instant instant) {
        return times.format(instant);
    }
}
