package musette.ops;

import java.util.List;
import musette.post.MailRoute;
import musette.site.Address;
import musette.staff.Staff;
import musette.staff.StaffLinks;
import org.springframework.stereotype.Component;

/// The four lines that a start prints. Scripts read them: each begins with its fixed word.
@Component
class StartupLines {
    private final Address address;
    private final Staff staff;
    private final StaffLinks links;
    private final MailRoute mail;

    StartupLines(Address address, Staff staff, StaffLinks links, MailRoute mail) {
        this.address = address;
        this.staff = staff;
        this.links = links;
        this.mail = mail;
    }

    List<String> lines() {
        return List.of(
                line("site", address.of("/")),
                line("desk", address.of("/desk")),
                line("owner", owner()),
                line("mail", mail.words()));
    }

    /// A link for a first look; once somebody has come in, a start leaves none in terminals and
    /// logs.
    private String owner() {
        return staff.isOpened()
                ? "./musette owner prints a link that signs the owner in"
                : address.of(links.ownerPath());
    }

    private static String line(String word, String rest) {
        return "%-6s %s".formatted(word, rest);
    }
}
