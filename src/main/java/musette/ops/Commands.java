package musette.ops;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import musette.bench.Bench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Every command there is, in the order the overview shows them.
final class Commands {
    static final String DATA = "--data";
    static final String PORT = "--port";
    static final String NO_DEMO = "--no-demo";
    static final String YES = "--yes";
    static final String JSON = "--json";
    static final String ROUNDS = "--rounds";
    static final String SHOW = "--show";
    static final String ANOMALIES = "--anomalies";

    private Commands() {}

    /// What a command does with the words behind it, and the exit code it ends with.
    interface Action {
        int run(ParseResult given);
    }

    static List<CommandSpec> of(Class<?> program) {
        return List.of(
                serve(program),
                flash(),
                importing(program),
                owner(program),
                bench(),
                test(),
                rehearse(program));
    }

    private static CommandSpec serve(Class<?> program) {
        return command(
                "serve",
                "start everything: database, site, desk, mail",
                """
                Builds when the sources are newer than the program, starts PostgreSQL in the data
                folder, and prints four lines: where the site is, where the desk is, a link that
                signs the owner in once, and where mail goes. Ctrl-C stops it.
                """,
                "./musette serve --port 8080",
                new Serve(program)::run,
                number(PORT, "PORT", "where to listen (default 8017; 0: any free)"),
                data(),
                flag(NO_DEMO, "start empty, without the demonstration"));
    }

    private static CommandSpec flash() {
        return command(
                "flash",
                "draft the story of a race from a file of results",
                """
                Prints headline, standfirst, body and table; needs no server and keeps nothing.
                What was understood of the file goes to the error output. The list of earlier
                winners that the file names is looked for beside it. docs/results-v1.md describes
                the form.
                """,
                "./musette flash demo/gran-premio-miguel-indurain-2023.csv",
                FlashCommand::run,
                words("1", "FILE", "a file of results").build(),
                flag(JSON, "print the story with the source of each fact"));
    }

    private static CommandSpec importing(Class<?> program) {
        return command(
                "import",
                "bring results or lists of winners into the newsroom",
                """
                Reads each file, all files of a folder, or standard input (-), and tells what it
                understood, what it would change and which rows it would set aside. A file then
                waits at the desk for somebody to put it in; with --yes it is put in at once, and
                the flash of a new result waits at the desk. One that can't be read keeps no other
                back. Importing a file twice changes nothing. docs/results-v1.md describes the
                form.
                """,
                "./musette import --yes demo/gran-premio-miguel-indurain-2023.csv",
                given -> new ImportCommand(program, given).run(),
                words(
                                "1..*",
                                "FILE|FOLDER|-",
                                "a file, a folder of files, or - for what is piped in")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build(),
                flag(YES, "put them in at once, without a look"),
                data());
    }

    private static CommandSpec owner(Class<?> program) {
        return command(
                "owner",
                "print a fresh link that signs the owner in",
                """
                The link works once, within the hour, and ends every earlier one. Whoever can read
                the data folder can sign in as the owner.
                """,
                "./musette owner",
                given -> new LocalOrRunningApp(program, given).run("owner", List.of()),
                data());
    }

    private static CommandSpec bench() {
        var benchmarks =
                Bench.all().stream()
                        .map(bench -> "  %-8s %s".formatted(bench.name(), bench.summary()))
                        .collect(Collectors.joining("\n"));
        return command(
                "bench",
                "measure the house",
                "Prints a table for people and, last, one line of JSON. There are:\n\n"
                        + benchmarks
                        + "\n  keep     letters typed while window, network and server are killed"
                        + " (in a checkout; 'bench keep 100': 100 kills)",
                "./musette bench page --json page.json",
                BenchCommand::run,
                words("1", "NAME", "a benchmark").build(),
                number(ROUNDS, "N", "how often, where something is repeated"),
                option(SHOW, "RACE", "what came of races of that name").build(),
                flag(ANOMALIES, "list each thing in the files that is odd"),
                path(DATA, "DIR", "a folder of result files, where one is read"),
                path(JSON, "FILE", "keep the line of JSON in a file"));
    }

    /// The launcher runs the tests without this program; the word stands here to be explained.
    private static CommandSpec test() {
        return command(
                "test",
                "check format, rules and behaviour (in a checkout)",
                """
                Runs the formatter's check, the compiler's checks, the architecture tests and all
                unit, database, HTTP and browser tests. Needs Chromium.
                """,
                "./musette test",
                given -> {
                    throw new CommandFailed("'test' runs in a checkout, through the launcher.");
                });
    }

    private static CommandSpec rehearse(Class<?> program) {
        return command(
                "rehearse",
                "learn to start faster (runs by itself after a build)",
                """
                Starts the house on a folder and stops it again. The launcher does this after a
                build and keeps what Java learnt beside the program.
                """,
                "./musette rehearse --data /tmp/stage",
                new Rehearse(program)::run,
                data());
    }

    static CommandSpec help(ToIntFunction<@Nullable String> explain) {
        return command(
                "help",
                "tell more about a command",
                "Tells what a command does, what can stand behind it, and an example.",
                "./musette help import",
                given -> explain.applyAsInt(given.matchedPositionalValue(0, null)),
                words("0..1", "COMMAND", "a command").required(false).build());
    }

    private static CommandSpec command(
            String name,
            String summary,
            String help,
            String example,
            Action action,
            ArgSpec... words) {
        var command = CommandSpec.wrapWithoutInspection(action).name(name);
        for (var word : words) {
            command.add(word);
        }
        command.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("tell this")
                        .build());
        command.usageMessage()
                .header(summary)
                .synopsisHeading("")
                .descriptionHeading("%n")
                .description(help.strip())
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .footerHeading("%nExample: ")
                .footer(example)
                .width(100);
        return command;
    }

    private static PositionalParamSpec.Builder words(String arity, String label, String what) {
        return PositionalParamSpec.builder()
                .arity(arity)
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(what);
    }

    private static ArgSpec data() {
        return path(DATA, "DIR", "the data folder (default: musette-data)");
    }

    private static ArgSpec flag(String name, String what) {
        return OptionSpec.builder(name).type(boolean.class).arity("0").description(what).build();
    }

    private static ArgSpec number(String name, String label, String what) {
        return option(name, label, what).type(Integer.class).build();
    }

    private static ArgSpec path(String name, String label, String what) {
        return option(name, label, what).type(Path.class).build();
    }

    private static OptionSpec.Builder option(String name, String label, String what) {
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(what);
    }
}
