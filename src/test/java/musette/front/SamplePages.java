package musette.front;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import musette.site.Templates;

/// The sample pages on a port of their own, with the program's own style and fonts.
final class SamplePages implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> pages = new LinkedHashMap<>();

    SamplePages() {
        var templates = new Templates();
        pages.put("/counted", templates.render("front/story.jte", Samples.story(Samples.COUNTED)));
        pages.put("/walled", templates.render("front/story.jte", Samples.story(Samples.WALLED)));
        pages.put("/home", templates.render("front/home.jte", Samples.home()));
        pages.put("/author", templates.render("front/author.jte", Samples.author()));
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    Iterable<String> paths() {
        return pages.keySet();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            var bytes = pages.containsKey(path) ? pages.get(path) : file(path);
            exchange.getResponseHeaders().set("Content-Type", type(path));
            exchange.sendResponseHeaders(bytes.length == 0 ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static byte[] file(String path) throws IOException {
        var name = path.replaceFirst("/static/v-[0-9a-f]+/", "/static/");
        try (var stream = SamplePages.class.getResourceAsStream(name)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        }
    }

    private static String type(String path) {
        if (path.endsWith(".css")) {
            return "text/css";
        }
        return path.endsWith(".woff2") ? "font/woff2" : "text/html;charset=UTF-8";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
