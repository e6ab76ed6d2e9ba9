package musette.members;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import musette.keys.KeyRing;
import musette.keys.Signature;
import musette.post.MailBudget.Asker;
import musette.post.Mailbox;
import musette.readers.Reader;
import musette.readers.Readers;
import musette.site.ClientAddress;
import musette.site.Cookies;
import musette.site.SiteSettings;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Browsers in which a reader has once signed in through a mailed link. Their asking for another
/// link is not counted with that of strangers who typed the same address.
///
/// The cookie opens nothing; it only says, signed, for which account it was given.
@Component
class KnownBrowsers {
    private static final String COOKIE = "musette-known";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Signature signature;
    private final Readers readers;
    private final ClientAddress clients;
    private final SiteSettings site;

    KnownBrowsers(KeyRing keys, Readers readers, ClientAddress clients, SiteSettings site) {
        signature = keys.signature("known-browsers");
        this.readers = readers;
        this.clients = clients;
        this.site = site;
    }

    /// Who is asking for a mail to that address.
    Asker asker(HttpServletRequest request, Mailbox email) {
        return readers.byEmail(email)
                .map(this::value)
                .filter(value -> Cookies.value(request, COOKIE).filter(value::equals).isPresent())
                .<Asker>map(Asker.KnownBrowser::new)
                .orElseGet(() -> new Asker.Stranger(clients.of(request)));
    }

    /// Remembers that the reader has signed in here.
    ResponseCookie remember(Reader reader) {
        return cookie(value(reader), REMEMBERED);
    }

    /// The cookie's end.
    ResponseCookie forget() {
        return cookie("", Duration.ZERO);
    }

    private ResponseCookie cookie(String value, Duration lasts) {
        return Cookies.ours(COOKIE, value, site).maxAge(lasts).build();
    }

    private String value(Reader reader) {
        var name = "known/" + reader.id();
        var proof = signature.of(name.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
    }
}
