package musette.site;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// What surrounds a page: the site's name, the page's own title, and proof for its forms.
///
/// @param site the publication's name
/// @param title the page's title; the site's name is put behind it
/// @param description for search engines and previews, empty for none
/// @param duty what the visitor may do at the desk, `ANYONE` where nobody asked
/// @param csrf the token that this browser's forms carry, empty on pages that everyone sees alike
public record Frame(String site, String title, String description, Who duty, String csrf) {

    /// Whether the visitor owns this newsroom.
    public boolean isOwner() {
        return duty == Who.OWNER;
    }

    /// Makes frames that know the publication.
    @Component
    public static class Frames {
        private final SiteSettings settings;

        Frames(SiteSettings settings) {
            this.settings = settings;
        }

        /// A page that everyone sees alike.
        public Frame open(String title, String description) {
            return new Frame(settings.name(), title, description, Who.ANYONE, "");
        }

        /// A page for somebody signed in, whose forms need the token.
        public Frame signedIn(String title, @Nullable CsrfToken csrf) {
            return new Frame(
                    settings.name(), title, "", duty(), csrf == null ? "" : csrf.getToken());
        }

        /// A page of this very request, whose forms carry the token of this browser. Not for pages
        /// that are kept and shown to others.
        public Frame withForms(String title, String description) {
            var request = RequestContextHolder.currentRequestAttributes();
            var token =
                    request.getAttribute(
                            CsrfToken.class.getName(), RequestAttributes.SCOPE_REQUEST);
            return new Frame(
                    settings.name(),
                    title,
                    description,
                    duty(),
                    token instanceof CsrfToken csrf ? csrf.getToken() : "");
        }

        private static Who duty() {
            return RequestContextHolder.getRequestAttributes()
                            instanceof ServletRequestAttributes here
                    ? Visitor.duty(here.getRequest())
                    : Who.ANYONE;
        }
    }
}
