package musette.writing;

import java.util.regex.Pattern;
import musette.text.StoryText;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody typed in one window since the version it had: ProseMirror's steps, and the text
/// that they lead to.
///
/// @param version that the steps were made for
/// @param client names the window
/// @param steps a JSON list; empty for a text that was put in its place whole
public record Steps(int version, String client, String steps, StoryText text) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final int MOST = 5_000;

    /// Reads `{"version":7,"client":"…","steps":[…],"story":{…}}`.
    ///
    /// @throws IllegalArgumentException when it is something else
    public static Steps read(byte[] json) {
        try {
            var sent = JSON.readTree(json);
            var version = sent.path("version");
            var steps = sent.path("steps");
            var client = sent.path("client").asString("");
            if (!version.isInt()
                    || !CLIENT.matcher(client).matches()
                    || !steps.isArray()
                    || steps.size() > MOST
                    || !steps.valueStream().allMatch(JsonNode::isObject)) {
                throw new IllegalArgumentException("that is nothing typed in a story");
            }
            return new Steps(
                    version.intValue(),
                    client,
                    steps.toString(),
                    StoryText.read(sent.path("story")));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("that is no JSON", e);
        }
    }
}
