package musette.ops;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands behind `./musette`: finds the command, or the nearest one to a mistyped word.
public final class CommandLine {
    private final List<Command> commands;

    private CommandLine(List<Command> commands) {
        this.commands = commands;
    }

    /// The command line of the given Spring Boot program.
    public static CommandLine of(Class<?> program) {
        return new CommandLine(Commands.of(program));
    }

    /// Runs one command and answers the exit code: 0 done, 1 refused, 2 not understood.
    public int run(String[] args) {
        var words = Arrays.asList(args);
        if (words.isEmpty() || isHelp(words.getFirst())) {
            return words.size() > 1 ? explain(words.get(1)) : overview();
        }
        var rest = words.subList(1, words.size());
        var command = named(words.getFirst());
        if (command.isEmpty()) {
            return unknown(words.getFirst());
        }
        if (rest.stream().anyMatch(CommandLine::isHelp)) {
            return explain(command.get().name());
        }
        try {
            return command.get().action().run(Arguments.parse(command.get(), rest));
        } catch (CommandFailed e) {
            System.err.println(e.sentence());
            return e.exitCode();
        }
    }

    private int overview() {
        System.out.println("Musette: a race result goes in, a correct story comes out.\n");
        for (var command : commands) {
            System.out.printf("  %-9s %s%n", command.name(), command.summary());
        }
        System.out.println("\n./musette help COMMAND tells more, with an example.");
        return 0;
    }

    private int explain(String word) {
        var command = named(word);
        if (command.isEmpty()) {
            return unknown(word);
        }
        System.out.println(command.get().explanation());
        return 0;
    }

    private int unknown(String word) {
        var nearest =
                Stream.concat(Stream.of("help"), commands.stream().map(Command::name))
                        .min(Comparator.comparingInt(name -> Distance.between(word, name)))
                        .orElseThrow();
        System.err.printf(
                "There is no command '%s'. Did you mean './musette %s'?%n", word, nearest);
        return 2;
    }

    private Optional<Command> named(String word) {
        return commands.stream().filter(c -> c.name().equals(word)).findFirst();
    }

    private static boolean isHelp(String word) {
        return List.of("help", "--help", "-h").contains(word);
    }
}
