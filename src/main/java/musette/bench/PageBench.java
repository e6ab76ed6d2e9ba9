package musette.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A metered story page for an anonymous reader, cookie verified and issued again, against nginx
/// serving the very same bytes from a file, in turns in one run.
final class PageBench implements Bench {
    private static final int ROUNDS = 3;
    private static final int WARM_UP_SECONDS = 8;
    private static final int SECONDS = 5;

    @Override
    public String name() {
        return "page";
    }

    @Override
    public String summary() {
        return "an anonymous reader's story page against nginx with the same bytes";
    }

    @Override
    public Map<String, Object> run(Wishes wishes, PrintStream people) {
        var load = Load.forSeconds(SECONDS);
        var folder = Scratch.folder();
        try (var house = ServedHouse.open(folder);
                var http = HttpClient.newHttpClient()) {
            var story = FirstStory.addressOn(house.address());
            var cookie =
                    get(http, story, Optional.empty())
                            .headers()
                            .firstValue("Set-Cookie")
                            .map(line -> line.split(";", 2)[0])
                            .orElseThrow();
            var bytes = get(http, story, Optional.of(cookie)).body();
            try (var nginx = NginxBeside.serving(bytes, folder).orElse(null)) {
                people.printf(
                        "A story of %,d bytes, wrk -t1 -c32, %d s a round%n",
                        bytes.length, SECONDS);
                Load.forSeconds(WARM_UP_SECONDS).on(story, Optional.of(cookie));
                return measure(load, house, story, cookie, nginx, people);
            }
        } finally {
            Scratch.delete(folder);
        }
    }

    private static Map<String, Object> measure(
            Load load,
            ServedHouse house,
            String story,
            String cookie,
            @Nullable NginxBeside nginx,
            PrintStream people) {
        var ours = new ArrayList<Load.Figures>();
        var theirs = new ArrayList<Load.Figures>();
        var cpu = 0L;
        people.printf("%-7s %14s %14s %10s%n", "round", "musette /s", "nginx /s", "p99 ms");
        for (int round = 1; round <= ROUNDS; round++) {
            var before = house.server().cpuMicros();
            var here = load.on(story, Optional.of(cookie));
            cpu += house.server().cpuMicros() - before;
            ours.add(here);
            if (nginx != null) {
                theirs.add(load.on(nginx.address(), Optional.of(cookie)));
            }
            people.printf(
                    "%-7d %,14.0f %14s %10.2f%n",
                    round,
                    here.perSecond(),
                    theirs.isEmpty() ? "-" : "%,.0f".formatted(theirs.getLast().perSecond()),
                    here.p99());
        }
        var requests = ours.stream().mapToLong(Load.Figures::requests).sum();
        var figures = new LinkedHashMap<String, Object>();
        figures.put(
                "ratio_to_nginx",
                theirs.isEmpty() ? null : rounded(median(ours) / median(theirs), 1_000));
        figures.put("requests_per_s", Math.round(median(ours)));
        figures.put("p99_ms", rounded(ours.getLast().p99(), 100));
        figures.put("cpu_us_per_request", rounded((double) cpu / requests, 100));
        if (theirs.isEmpty()) {
            people.println("nginx is not installed, so there is no ratio (package 'nginx-light').");
        }
        return figures;
    }

    private static double median(List<Load.Figures> rounds) {
        return rounds.stream()
                .map(Load.Figures::perSecond)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double rounded(double value, int grain) {
        return (double) Math.round(value * grain) / grain;
    }

    private static HttpResponse<byte[]> get(
            HttpClient http, String address, Optional<String> cookie) {
        var request = HttpRequest.newBuilder(URI.create(address));
        cookie.ifPresent(value -> request.header("Cookie", value));
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + " answered " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
