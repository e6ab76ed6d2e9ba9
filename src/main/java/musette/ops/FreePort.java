package musette.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import musette.store.CannotStart;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;

/// Asks for the port as soon as it is known which: starting a database first and refusing then
/// would cost an operator ten seconds.
final class FreePort implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final int HIGHEST = 65_535;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var settings = Binder.get(event.getEnvironment());
        int port = settings.bind("server.port", Integer.class).orElse(0);
        if (port < 0 || port > HIGHEST) {
            throw new CannotStart(
                    "server.port must be from 0 to %d, not %d.".formatted(HIGHEST, port));
        }
        var host = settings.bind("server.address", String.class).orElse("127.0.0.1");
        if (!isFree(host, port)) {
            throw new CannotStart(isFree(host, 0) ? sentence(port) : notOurs(host));
        }
    }

    private static boolean isFree(String host, int port) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true); // As the web server does: a port in TIME_WAIT is free.
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String notOurs(String host) {
        return "server.address must be an address of this machine, not '%s'.".formatted(host);
    }

    static String sentence(int port) {
        return "Port %d is taken; choose another with --port, or 0 for any free one."
                .formatted(port);
    }
}
