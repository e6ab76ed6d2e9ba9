package musette.site;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// What surrounds a page: the site's name, the page's own title, and proof for its forms.
///
/// @param site the publication's name
/// @param title the page's title; the site's name is put behind it
/// @param description for search engines and previews, empty for none
/// @param csrf the token that forms of signed-in visitors carry, empty on public pages
public record Frame(String site, String title, String description, String csrf) {

    /// Makes frames that know the publication.
    @Component
    public static class Frames {
        private final SiteSettings settings;

        Frames(SiteSettings settings) {
            this.settings = settings;
        }

        /// A page that everyone sees alike.
        public Frame open(String title, String description) {
            return new Frame(settings.name(), title, description, "");
        }

        /// A page for somebody signed in, whose forms need the token.
        public Frame signedIn(String title, @Nullable CsrfToken csrf) {
            return new Frame(settings.name(), title, "", csrf == null ? "" : csrf.getToken());
        }
    }
}
