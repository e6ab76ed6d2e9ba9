package musette.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One benchmark.
public interface Bench {
    /// Every benchmark there is.
    static List<Bench> all() {
        return List.of(
                new PageBench(),
                new KillBench(),
                new SlowBench(),
                new OutageBench(),
                new LintBench(),
                new SearchBench(),
                new WireBench(),
                new PushBench(),
                new SaveBench(),
                new DeskBench(),
                new FlashBench());
    }

    static Optional<Bench> named(String name) {
        return all().stream().filter(bench -> bench.name().equals(name)).findFirst();
    }

    String name();

    /// Half a line about what is measured.
    String summary();

    /// Measures, tells a person about it, and answers the figures in a fixed order.
    ///
    /// @throws Unfit when something it needs is missing on this machine
    Map<String, Object> run(Wishes wishes, PrintStream people);

    /// What the person who measures can choose.
    ///
    /// @param data a folder of result files, for benchmarks that read some
    /// @param rounds how often, for benchmarks that repeat
    /// @param show part of a race's name, for benchmarks that can show one
    /// @param anomalies whether each anomaly of the files is listed
    record Wishes(
            Optional<Path> data, OptionalInt rounds, Optional<String> show, boolean anomalies) {
        /// The folder of results.
        ///
        /// @throws Unfit when none was named
        Path folder() {
            return data.orElseThrow(() ->
                    new Unfit("This benchmark reads results; name their folder with --data."));
        }
    }

    /// The machine lacks something; the sentence says what to install.
    final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Unfit(String sentence) {
            super(sentence);
        }
    }
}
