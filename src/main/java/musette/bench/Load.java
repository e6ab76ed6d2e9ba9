package musette.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Load from one wrk thread over 32 connections, for a fixed time, on loopback only.
record Load(Path wrk, int seconds) {
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern COUNT = Pattern.compile("([0-9]+) requests in");
    private static final Pattern BAD = Pattern.compile("Non-2xx or 3xx responses: ([0-9]+)");

    static Load forSeconds(int seconds) {
        var wrk =
                ExternalProcess.installed("wrk")
                        .orElseThrow(() ->
                                new Bench.Unfit(
                                        "This benchmark needs wrk: install the package 'wrk'."));
        return new Load(wrk, seconds);
    }

    /// @param perSecond answers a second
    /// @param p99 the slowest of a hundred, in milliseconds
    record Figures(double perSecond, double p99, long requests) {}

    Figures on(String address, Optional<String> cookie) {
        var command =
                new ArrayList<>(
                        List.of(wrk.toString(), "-t1", "-c32", "-d" + seconds + "s", "--latency"));
        cookie.ifPresent(value -> command.addAll(List.of("-H", "Cookie: " + value)));
        command.add(address);
        var said = ExternalProcess.output(command);
        if (BAD.matcher(said).find()) {
            throw new IllegalStateException("the server refused under load:\n" + said);
        }
        return new Figures(
                Double.parseDouble(found(RATE, said, 1)),
                millis(found(P99, said, 1), found(P99, said, 2)),
                Long.parseLong(found(COUNT, said, 1)));
    }

    private static double millis(String number, String unit) {
        var value = Double.parseDouble(number);
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "us" -> value / 1_000;
            case "s" -> value * 1_000;
            default -> value;
        };
    }

    private static String found(Pattern pattern, String text, int group) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("wrk said something else:\n" + text);
        }
        return matcher.group(group);
    }
}
