package musette.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each address of the desk does when something is sent to it, in words for the log.
public final class Deeds {
    /// Asked many times a minute, and told by the story's own history.
    static final Set<String> UNTOLD =
            Set.of(
                    "/desk/stories/{id}/steps",
                    "/desk/stories/{id}/presence",
                    "/desk/stories/{id}/revisions",
                    "/desk/sign-in",
                    "/desk/sign-in/passkey/options",
                    "/desk/passkeys/options");

    private static final Map<String, Deed> ALL =
            Map.ofEntries(
                    deed("/desk/sign-in/code", "came in by a code"),
                    deed("/desk/sign-in/{token}", "came in by a link"),
                    deed("/desk/sign-in/passkey", "came in by a passkey"),
                    deed("/desk/passkeys", "added a passkey", "name"),
                    deed("/desk/passkeys/{id}/removal", "removed a passkey"),
                    deed("/desk/sign-out", "signed out"),
                    deed("/desk/set-aside", "had work that was set aside tried again"),
                    deed("/desk/pictures", "brought a picture"),
                    deed("/desk/pictures/{name}", "described a picture", "alt", "credit"),
                    told("/desk/stories", "began a story", "headline"),
                    told("/desk/stories/{id}/publication", "published"),
                    told("/desk/stories/{id}/corrections", "corrected", "note"),
                    told("/desk/stories/{id}/withdrawal", "withdrew", "reason"),
                    told("/desk/stories/{id}/undo", "took back what readers had just been shown"),
                    told("/desk/stories/{id}/review", "asked for a look"),
                    told("/desk/stories/{id}/review/end", "ended the review", "first"),
                    told("/desk/stories/{id}/revisions/{number}/restoration", "restored a version"),
                    deed("/desk/stories/{id}/plan", "planned it", "at"),
                    deed("/desk/stories/{id}/plan/end", "called the plan off"),
                    deed("/desk/stories/{id}/embargo", "put an embargo on it", "until"),
                    deed("/desk/stories/{id}/embargo/end", "lifted the embargo"),
                    deed("/desk/stories/{id}/more-to-follow", "promised more to follow"),
                    deed("/desk/stories/{id}/completion", "said that nothing more follows"),
                    deed("/desk/stories/{id}/address", "moved it", "address"),
                    deed("/desk/stories/{id}/byline", "changed the byline"),
                    deed("/desk/stories/{id}/topics", "changed the topics", "topics"),
                    deed("/desk/stories/{id}/result", "chose its result"),
                    deed("/desk/stories/{id}/discard", "threw it away"),
                    deed("/desk/stories/{id}/restoration", "brought it back to the desk"),
                    deed("/desk/stories/{id}/marks/dismissal", "left a mark as it is"),
                    deed("/desk/stories/{id}/facts/take", "took what the result says now"),
                    deed("/desk/stories/{id}/facts/keep", "kept a fact", "reason"),
                    told("/desk/stories/{id}/comments", "commented"),
                    told("/desk/stories/{id}/comments/{number}/answers", "answered a comment"),
                    told("/desk/stories/{id}/comments/{number}/done", "settled a comment"),
                    told("/desk/stories/{id}/comments/{number}/reopening", "reopened a comment"),
                    told("/desk/stories/{id}/comments/{number}/words", "changed a comment"),
                    told("/desk/stories/{id}/comments/{number}/removal", "took a comment back"),
                    deed("/desk/topics/{slug}", "changed a topic", "name"),
                    deed("/desk/topics/{slug}/removal", "removed a topic"),
                    deed("/desk/results", "brought a result"),
                    deed("/desk/results/{id}/application", "put a result in"),
                    deed("/desk/results/{id}/discard", "set a result aside"),
                    deed("/desk/results/{id}/lines", "typed lines of a result anew"),
                    deed("/desk/results/{id}/undo", "took a result back"),
                    deed("/desk/results/drafts", "had a story drafted"),
                    deed("/desk/results/senders", "made a token for a sender", "name"),
                    deed("/desk/results/senders/{id}/end", "ended a sender's token"),
                    deed("/desk/riders", "decided whether two riders are one"),
                    deed("/desk/riders/names", "said who two names are"),
                    deed("/desk/riders/undo", "took back what was said of two riders"),
                    deed("/desk/staff", "invited", "name", "role"),
                    deed("/desk/staff/{id}/invitation", "invited again"),
                    deed("/desk/staff/{id}/role", "changed the role of", "role"),
                    deed("/desk/staff/{id}/portrait", "changed the portrait of somebody"),
                    deed("/desk/staff/{id}/portrait/removal", "took somebody's portrait away"),
                    deed("/desk/staff/{id}/byline", "changed name or biography of", "name"),
                    deed("/desk/staff/{id}/removal", "let go"));

    private Deeds() {}

    /// @param isInHistory whether the story's own history tells it already
    /// @param fields of the form that say more
    public record Deed(String words, boolean isInHistory, List<String> fields) {
        public Deed {
            fields = List.copyOf(fields);
        }
    }

    /// An address that is not known here is told as it stands.
    public static Deed of(String address) {
        return ALL.getOrDefault(address, new Deed(address, false, List.of()));
    }

    static boolean isKnown(String address) {
        return ALL.containsKey(address) || UNTOLD.contains(address);
    }

    private static Map.Entry<String, Deed> deed(String address, String words, String... fields) {
        return Map.entry(address, new Deed(words, false, List.of(fields)));
    }

    private static Map.Entry<String, Deed> told(String address, String words, String... fields) {
        return Map.entry(address, new Deed(words, true, List.of(fields)));
    }
}
