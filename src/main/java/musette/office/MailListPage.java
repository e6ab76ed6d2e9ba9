package musette.office;

import java.util.List;
import musette.post.Outbox;
import musette.site.Frame;

/// The mails that stayed here, and those that did not get through.
///
/// @param isCaught whether mails stay in this program because no mail server is configured
/// @param route where mail goes otherwise: `smtp.example.org:587`
/// @param waiting how many mails are on their way
record MailListPage(
        Frame frame,
        boolean isCaught,
        String route,
        int waiting,
        List<Caught> mails,
        List<Stuck> stuck,
        List<Outbox.Uncertain> uncertain) {

    MailListPage {
        mails = List.copyOf(mails);
        stuck = List.copyOf(stuck);
        uncertain = List.copyOf(uncertain);
    }

    record Caught(String address, String subject, String to, String at) {}

    /// @param fate what happens to it next, in words
    record Stuck(String subject, String to, String answer, String fate) {}
}
