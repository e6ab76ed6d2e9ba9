package musette.journeys;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// A site of somebody else's with one page.
record OtherSite(HttpServer server) implements AutoCloseable {
    static OtherSite showing(String page) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var server = HttpServer.create(here, 0);
            server.createContext(
                    "/",
                    exchange -> {
                        var bytes = page.getBytes(StandardCharsets.UTF_8);
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                        exchange.close();
                    });
            server.start();
            return new OtherSite(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
