package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SlowClientsTest {
    private static final int CLIENTS = 300;

    private static House house;
    private final List<Socket> open = new ArrayList<>();

    @BeforeAll
    static void open() {
        house = House.open(Instant.parse("2023-04-01T15:00:00Z"));
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void forms_that_never_end_keep_nobody_out() throws IOException {
        begin(
                """
                POST /sign-in HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 100000\r
                \r
                email=\
                """);
        expectReadersAreServed();
    }

    @Test
    void uploads_that_never_end_keep_nobody_out() throws IOException {
        begin(
                """
                POST /desk/results HTTP/1.1\r
                Host: 127.0.0.1\r
                Content-Type: multipart/form-data; boundary=x\r
                Content-Length: 100000\r
                \r
                --x\r
                """);
        expectReadersAreServed();
    }

    @Test
    void headers_that_never_end_keep_nobody_out() throws IOException {
        begin("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
        expectReadersAreServed();
    }

    @Test
    void what_the_server_itself_refuses_is_our_page_too() throws IOException {
        var answer =
                Wire.answer(house, "GET /a%2fb HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Nothing was changed")
                .contains("Content-Security-Policy")
                .doesNotContain("Jetty");
    }

    private void begin(String words) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            var client = Wire.to(house);
            open.add(client);
            client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void expectReadersAreServed() throws IOException {
        try {
            for (int reader = 0; reader < 20; reader++) {
                assertThat(house.get("/").statusCode()).isEqualTo(200);
                assertThat(house.get("/sign-in").statusCode()).isEqualTo(200);
            }
        } finally {
            for (var client : open) {
                client.close();
            }
        }
    }
}
