package musette.members;

import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// A path of this site that a form or link asks to go back to. What could lead elsewhere (a host,
/// `//`, dots that climb) is not followed: the reader lands on the account page instead.
///
/// @param value starts with one slash
record LocalPath(String value) {
    static final String PARAMETER = "return";

    static final LocalPath HOME = new LocalPath("/");
    static final LocalPath ACCOUNT = new LocalPath("/account");
    private static final Pattern PLAIN = Pattern.compile("/(?:[a-zA-Z0-9_-][a-zA-Z0-9._/-]*)?");
    private static final int LONGEST = 300;

    static LocalPath of(String asked) {
        var plain =
                asked.length() <= LONGEST
                        && PLAIN.matcher(asked).matches()
                        && !asked.contains("//")
                        && !asked.contains("..");
        return plain ? new LocalPath(asked) : ACCOUNT;
    }

    /// The answer to a form that was dealt with: a redirect to be followed by a GET.
    ResponseEntity<byte[]> seeOther() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(value)).build();
    }
}
