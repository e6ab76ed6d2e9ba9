package musette.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// A program that sends riders as they cross the line, each twice and out of order, and prints what
/// was answered. It runs as a process of its own, so that it can be killed.
final class FinishLine {
    static final String RACE = "Tour of the Bench";
    static final int FINISHERS = 200;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int A_SECOND = 50;
    private static final int ACCEPTED = 202;

    private FinishLine() {}

    /// Arguments: the site's address, the token, a seed for the order.
    public static void main(String[] arguments) throws IOException {
        var order = new ArrayList<>(IntStream.rangeClosed(1, FINISHERS).boxed().toList());
        Collections.shuffle(order, new Random(Long.parseLong(arguments[2])));
        try (var client = Client.of(arguments[0])) {
            long start = System.nanoTime();
            for (int i = 0; i < order.size(); i++) {
                LockSupport.parkNanos(start + i * 1_000_000_000L / A_SECOND - System.nanoTime());
                send(client, arguments[1], order.get(i));
                send(client, arguments[1], order.get(Math.max(0, i - 7)));
            }
        }
    }

    private static void send(Client client, String token, int place) throws IOException {
        long sent = CLOCK.millis();
        var answer =
                client.send(
                        client.request("/push/rows")
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "text/csv")
                                .POST(HttpRequest.BodyPublishers.ofString(file(List.of(place)))));
        if (answer.statusCode() == ACCEPTED) {
            System.out.println(place + " " + sent);
        }
    }

    /// These finishers as a file; with all of them, the whole result.
    static String file(List<Integer> places) {
        var rows = new StringBuilder("# race: " + RACE + "\n# year: 2023\n");
        rows.append("place,bib,family,given,team,time,gap,status\n");
        places.forEach(place -> rows.append(row(place)));
        return rows.toString();
    }

    private static String row(int place) {
        return "%d,%d,Finisher-%d,Given,Team %d,%s,%s,\n"
                .formatted(
                        place,
                        place,
                        place,
                        place % 25,
                        place == 1 ? "4:10:00" : "",
                        place == 1 ? "" : "+%d:%02d".formatted(place / 4 / 60, place / 4 % 60));
    }
}
