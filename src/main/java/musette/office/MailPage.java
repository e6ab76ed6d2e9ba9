package musette.office;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import musette.post.CaughtMail;
import musette.site.Frame;

/// One caught mail, in plain sight: its words, its HTML as text, its headers.
record MailPage(Frame frame, CaughtMail mail, String at) {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+");

    /// A stretch of the mail's words.
    record Piece(String text, boolean isLink) {}

    /// The words in order, addresses apart, so that they can be followed as in a mail program.
    List<Piece> pieces() {
        var pieces = new ArrayList<Piece>();
        var matcher = ADDRESS.matcher(mail.text());
        var from = 0;
        while (matcher.find()) {
            pieces.add(new Piece(mail.text().substring(from, matcher.start()), false));
            pieces.add(new Piece(matcher.group(), true));
            from = matcher.end();
        }
        pieces.add(new Piece(mail.text().substring(from), false));
        return pieces;
    }
}
