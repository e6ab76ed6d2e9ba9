package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import musette.push.Senders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Timing software that sends results to a house under test, over HTTP as it would: no cookie, and
/// nothing that only browsers say.
record Timing(House house, HttpClient http) implements AutoCloseable {
    static final String HEADER = "place,bib,family,given,team,time,gap,status\n";

    Timing(House house) {
        this(house, HttpClient.newHttpClient());
    }

    static String head(String race) {
        return "# race: %s\n# year: 2023\n%s".formatted(race, HEADER);
    }

    static String file(String race, int rows) {
        return head(race)
                + String.join("", IntStream.rangeClosed(1, rows).mapToObj(Timing::row).toList());
    }

    static String row(int place) {
        return "%d,%d,Rider %d,Given,Team %d,%s,%s,\n"
                .formatted(
                        place,
                        place,
                        place,
                        place % 7,
                        place == 1 ? "4:00:00" : "",
                        place == 1 ? "" : "+%d:%02d".formatted(place / 60, place % 60));
    }

    String token(String race, boolean live) {
        var made =
                house.ask(Senders.class)
                        .make("Timing " + System.nanoTime(), race, live, "the owner");
        return ((Senders.Made) made).token();
    }

    HttpResponse<String> page(String slug) {
        return new Visit(house).get("/races/" + slug + "/2023");
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    HttpResponse<String> push(String what, String token, String body) {
        return send(what, token, "text/csv", body, null);
    }

    HttpResponse<String> keyed(String token, String key, String body) {
        return send("files", token, "text/csv", body, key);
    }

    HttpResponse<String> send(String what, String token, String type, String body, String key) {
        var request =
                HttpRequest.newBuilder(URI.create(house.address("/push/" + what)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(BooleanSupplier there) {
        for (int i = 0; i < 200 && !there.getAsBoolean(); i++) {
            LockSupport.parkNanos(100_000_000);
        }
        assertThat(there.getAsBoolean()).isTrue();
    }

    @Override
    public void close() {
        http.close();
    }
}
