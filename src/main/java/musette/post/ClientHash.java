package musette.post;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import musette.keys.KeyRing;
import musette.keys.Signature;
import org.springframework.stereotype.Component;

/// Makes an asker countable without keeping who it is.
///
/// A household or a rented server has a whole /64 of IPv6 (RFC 6177), so that much is one client.
/// The key lies outside the database: without it the hashes can't be turned back by trying all four
/// billion addresses of IPv4.
@Component
class ClientHash {
    private final Signature signature;

    ClientHash(KeyRing keys) {
        signature = keys.signature("letter-clients");
    }

    byte[] of(MailBudget.Asker asker) {
        return switch (asker) {
            case MailBudget.Asker.Stranger(var address) -> signature.of(network(address));
            case MailBudget.Asker.KnownBrowser(var browser) ->
                    signature.of(("browser/" + browser).getBytes(StandardCharsets.UTF_8));
        };
    }

    /// @param address as the web server knows the asker, `203.0.113.7` or `2001:db8::7`
    private static byte[] network(String address) {
        var zone = address.indexOf('%');
        var bytes =
                InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone)).getAddress();
        return bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes;
    }
}
