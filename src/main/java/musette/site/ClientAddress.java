package musette.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/// The network address of whoever asks, behind proxies too.
///
/// `X-Forwarded-For` is a list that every proxy adds to at its right end, and that a client may
/// begin with anything. So it is read from the right, and only as far as the proxies that the
/// publisher named reach: the first address that is none of them is the client.
@Component
public class ClientAddress {
    private static final Logger log = LoggerFactory.getLogger(ClientAddress.class);
    private static final String FORWARDED = "X-Forwarded-For";

    private final List<IpAddressMatcher> proxies;
    private final AtomicBoolean warned = new AtomicBoolean();

    ClientAddress(SiteSettings settings) {
        proxies = settings.proxies().stream().map(IpAddressMatcher::new).toList();
    }

    /// An address in digits, `203.0.113.7` or `2001:db8::7`.
    public String of(HttpServletRequest request) {
        var client = request.getRemoteAddr();
        var forwarded = Collections.list(request.getHeaders(FORWARDED));
        if (forwarded.isEmpty()) {
            return client;
        }
        if (!isProxy(client)) {
            warnOnce(client);
            return client;
        }
        var hops = String.join(",", forwarded).split(",", -1);
        for (int i = hops.length - 1; i >= 0 && isProxy(client); i--) {
            var hop = literal(hops[i].strip());
            if (hop.isEmpty()) {
                break; // What isn't an address was not written by one of our proxies.
            }
            client = hop.get();
        }
        return client;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static Optional<String> literal(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(hop).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void warnOnce(String from) {
        if (warned.compareAndSet(false, true)) {
            log.warn(
                    "A request from {} says for whom it was forwarded and is not believed. If that"
                            + " is your proxy, name it in musette.site.proxies.",
                    from);
        }
    }
}
