package musette.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Requests that no HTTP library would send.
final class Wire {
    private static final int MILLIS_OF_PATIENCE = 20_000;

    private Wire() {}

    static Socket to(House house) throws IOException {
        var port = URI.create(house.address("/")).getPort();
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /// The first line of the answer.
    static String firstLine(House house, String method, String path, String header)
            throws IOException {
        var answer =
                answer(
                        house,
                        "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%s\r\nConnection: close\r\n\r\n"
                                .formatted(method, path, header));
        return answer.lines().findFirst().orElse("");
    }

    /// The whole answer to what is sent just so.
    static String answer(House house, String words) throws IOException {
        try (var socket = to(house)) {
            socket.setSoTimeout(MILLIS_OF_PATIENCE);
            socket.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
