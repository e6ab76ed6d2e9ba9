package musette.site;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// A path of this site that a form or link asks to go back to. What could lead elsewhere (a host,
/// `//`, dots that climb) is not followed.
///
/// @param value starts with one slash
public record LocalPath(String value) {
    public static final String PARAMETER = "return";

    public static final LocalPath HOME = new LocalPath("/");
    public static final LocalPath ACCOUNT = new LocalPath("/account");
    public static final LocalPath DESK = new LocalPath("/desk");
    private static final Pattern PLAIN = Pattern.compile("/(?:[a-zA-Z0-9_-][a-zA-Z0-9._/-]*)?");
    private static final int LONGEST = 300;

    /// The path that was asked for, or `otherwise` when it may not be followed.
    public static LocalPath of(String asked, LocalPath otherwise) {
        var plain =
                asked.length() <= LONGEST
                        && PLAIN.matcher(asked).matches()
                        && !asked.contains("//")
                        && !asked.contains("..");
        return plain ? new LocalPath(asked) : otherwise;
    }

    /// This path as the page to come back to, behind another's address.
    public String asReturn() {
        return "?" + PARAMETER + "=" + value;
    }

    /// The answer to a form that was dealt with: a redirect to be followed by a GET.
    public ResponseEntity<byte[]> seeOther() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(value)).build();
    }
}
