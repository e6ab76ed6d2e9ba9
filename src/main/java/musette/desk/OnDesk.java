package musette.desk;

import musette.site.HttpProblem;
import musette.stories.Manuscript;
import musette.stories.Manuscripts;

/// The stories that addresses of the desk name by their numbers.
final class OnDesk {
    private OnDesk() {}

    /// The story of that number, or a 404.
    static Manuscript find(Manuscripts manuscripts, long id) {
        return manuscripts.byId(id).orElseThrow(OnDesk::unknown);
    }

    static HttpProblem unknown() {
        return HttpProblem.notFound("There is no such story on the desk.");
    }
}
