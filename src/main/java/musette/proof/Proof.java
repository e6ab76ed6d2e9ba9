package musette.proof;

import java.util.List;
import java.util.stream.Collectors;
import musette.racing.Names;

/// One reading of a story against the result it carries.
///
/// @param isRead false when the story carries no result
/// @param open what contradicts it and is not dismissed
public record Proof(boolean isRead, List<Mark> open, List<Dismissed> dismissed) {
    public Proof {
        open = List.copyOf(open);
        dismissed = List.copyOf(dismissed);
    }

    /// @param by the member of the staff
    public record Dismissed(Mark mark, String reason, long by) {}

    static Proof none() {
        return new Proof(false, List.of(), List.of());
    }

    /// Names what is open, so that a page can say later what it showed.
    public String digest() {
        return open.stream()
                .map(Mark::key)
                .map(Names::slug)
                .sorted()
                .collect(Collectors.joining("_"));
    }

    /// Whether somebody whose page showed that digest has seen everything that is open.
    public boolean isSeen(String digest) {
        return List.of(digest.split("_", -1))
                .containsAll(open.stream().map(Mark::key).map(Names::slug).toList());
    }
}
