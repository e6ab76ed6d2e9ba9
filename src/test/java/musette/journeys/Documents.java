package musette.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// README and docs, read for what they tell somebody to do.
final class Documents {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

    private static final Pattern HEADER = Pattern.compile("-H '([^:]+): ([^']+)'");
    private static final Pattern BODY = Pattern.compile("(?s)-d '([^']+)'");

    private Documents() {}

    static List<String> all() {
        try (var docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md"),
                            docs.map(Path::toString).filter(name -> name.endsWith(".md")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String document) {
        try {
            return Files.readString(Path.of(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What stands between fences of one of these languages.
    static List<String> blocks(String document, String... languages) {
        return BLOCK.matcher(read(document))
                .results()
                .filter(block -> List.of(languages).contains(block.group(1)))
                .map(block -> block.group(2))
                .toList();
    }

    /// What `curl ADDRESS -H 'Name: value' … -d 'words'` sends: at an address of ours in place of
    /// the document's, and with this body where it sends a file.
    static HttpRequest curl(String command, UnaryOperator<String> address, String file) {
        var path = first("https://news\\.example(/\\S+)", command).group(1);
        var request = HttpRequest.newBuilder(URI.create(address.apply(path)));
        HEADER.matcher(command)
                .results()
                .forEach(header -> request.header(header.group(1), header.group(2)));
        var body = BODY.matcher(command);
        return request.POST(BodyPublishers.ofString(body.find() ? body.group(1) : file)).build();
    }

    /// The first place that fits, or a failed test.
    static MatchResult first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern + " is not in " + text));
    }
}
