package musette.ops;

import java.util.List;
import picocli.CommandLine.ParseResult;

/// A start and a stop for the JVM to learn from. The launcher runs it after a build and keeps what
/// was learnt as an ahead-of-time cache, which halves the time of every later start.
final class Rehearse {
    private final Class<?> program;

    Rehearse(Class<?> program) {
        this.program = program;
    }

    int run(ParseResult given) {
        var folder = Serve.folder(given);
        var settings = List.of("--server.port=0");
        try (var house = Serve.house(program, folder, settings)) {
            house.getBean(StartupLines.class).lines().forEach(System.out::println);
        }
        return 0;
    }
}
