package musette.ops;

import java.util.Locale;
import musette.ops.Commands.Action;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What stands behind `./musette`: picocli finds the command, or the nearest one to a mistyped
/// word; what it tells people are our own sentences.
public final class CommandLine {
    private static final String NAME = "./musette";

    private final picocli.CommandLine commands;

    private CommandLine(picocli.CommandLine commands) {
        this.commands = commands;
    }

    /// The command line of the given Spring Boot program.
    public static CommandLine of(Class<?> program) {
        var all = CommandSpec.create().name(NAME);
        all.usageMessage()
                .header("Musette: a race result goes in, a correct story comes out.%n")
                .synopsisHeading("")
                .customSynopsis("./musette COMMAND …%n")
                .commandListHeading("")
                .footer("%n./musette help COMMAND tells more, with an example.");
        Commands.of(program).forEach(command -> all.addSubcommand(command.name(), command));
        var line = new CommandLine(new picocli.CommandLine(all));
        all.addSubcommand("help", Commands.help(line::explain));
        return line;
    }

    /// @param word a command; one that does not exist is answered like everywhere
    private int explain(@Nullable String word) {
        return run(word == null ? new String[0] : new String[] {word, "--help"});
    }

    /// Runs one command and answers the exit code: 0 done, 1 refused, 2 not understood. Words and
    /// numbers are English from here on, whatever the machine speaks.
    public int run(String[] args) {
        Locale.setDefault(Locale.ENGLISH);
        return commands.setExpandAtFiles(false)
                .setExecutionStrategy(CommandLine::carryOut)
                .setParameterExceptionHandler((e, words) -> misspoken(e))
                .execute(args);
    }

    private static int carryOut(ParseResult given) {
        var help = picocli.CommandLine.executeHelpRequest(given);
        if (help != null) {
            return help;
        }
        if (!given.hasSubcommand()) {
            given.commandSpec().commandLine().usage(System.out);
            return 0;
        }
        var command = given.subcommand();
        try {
            return ((Action) command.commandSpec().userObject()).run(command);
        } catch (CommandFailed e) {
            System.err.println(e.sentence());
            return e.exitCode();
        }
    }

    private static int misspoken(ParameterException e) {
        System.err.println(sentence(e));
        return 2;
    }

    private static String sentence(ParameterException e) {
        var command = e.getCommandLine().getCommandSpec();
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(command.name(), unmatched);
            case MissingParameterException missing ->
                    missing(command.name(), missing.getMissing().getFirst());
            case ParameterException _ when e.getArgSpec() instanceof OptionSpec option ->
                    "%s takes a number, not '%s'.".formatted(option.longestName(), e.getValue());
            default ->
                    "An option of '%1$s' has a value that it does not take; './musette help %1$s' tells which do."
                            .formatted(command.name());
        };
    }

    private static String unmatched(String command, UnmatchedArgumentException e) {
        var word = e.getUnmatched().getFirst();
        if (!command.equals(NAME)) {
            return "'%s' %s %s; './musette help %s' tells what it takes."
                    .formatted(
                            command,
                            e.isUnknownOption() ? "has no option" : "does not take",
                            word,
                            command);
        }
        return "There is no command '%s'.%s"
                .formatted(
                        word,
                        e.getSuggestions().stream()
                                .findFirst()
                                .map(" Did you mean './musette %s'?"::formatted)
                                .orElse(" './musette help' lists them."));
    }

    private static String missing(String command, ArgSpec what) {
        var ask =
                what instanceof OptionSpec option
                        ? "%s needs a value: %s".formatted(option.longestName(), about(what))
                        : "Please name %s".formatted(about(what));
        return "%s; './musette help %s' tells more.".formatted(ask, command);
    }

    private static String about(ArgSpec what) {
        return String.join(" ", what.description());
    }
}
