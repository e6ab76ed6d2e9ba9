package musette.ops;

import java.util.List;
import musette.post.MailRoute;
import musette.site.Address;
import musette.staff.StaffLinks;
import org.springframework.stereotype.Component;

/// The four lines that a start prints. Scripts read them: each begins with its fixed word.
@Component
class Doors {
    private final Address address;
    private final StaffLinks links;
    private final MailRoute mail;

    Doors(Address address, StaffLinks links, MailRoute mail) {
        this.address = address;
        this.links = links;
        this.mail = mail;
    }

    List<String> lines() {
        return List.of(
                line("site", address.of("/")),
                line("desk", address.of("/desk")),
                line("owner", address.of(links.ownerPath())),
                line("mail", mail.words()));
    }

    private static String line(String word, String rest) {
        return "%-6s %s".formatted(word, rest);
    }
}
