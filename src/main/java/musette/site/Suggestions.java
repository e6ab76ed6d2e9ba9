package musette.site;

import java.util.List;

/// What to read where a page is missing; some other room knows.
public interface Suggestions {

    /// A few, or none when they can't be found out now.
    List<Suggestion> latest();

    /// @param address a path of this site
    record Suggestion(String address, String words) {}
}
