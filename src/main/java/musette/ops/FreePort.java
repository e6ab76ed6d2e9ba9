package musette.ops;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import musette.store.CannotStart;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/// Asks for the port as soon as it is known which: starting a database first and refusing then
/// would cost an operator ten seconds.
final class FreePort implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var settings = event.getEnvironment();
        var port = settings.getProperty("server.port", Integer.class, 0);
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true); // As the web server does: a port in TIME_WAIT is free.
            var host = settings.getProperty("server.address", "127.0.0.1");
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new CannotStart(sentence(port));
        }
    }

    static String sentence(int port) {
        return "Port %d is taken; choose another with --port, or 0 for any free one."
                .formatted(port);
    }
}
