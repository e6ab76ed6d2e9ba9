package musette.ops;

import java.util.List;
import java.util.stream.Collectors;
import musette.bench.Bench;
import musette.ops.Command.Option;

/// Every command there is, in the order the overview shows them.
final class Commands {
    static final Option DATA =
            new Option("--data", "DIR", "the data folder (default: musette-data)");

    private Commands() {}

    static List<Command> of(Class<?> program) {
        return List.of(
                serve(program),
                flash(),
                importing(program),
                owner(program),
                bench(),
                test(),
                rehearse(program));
    }

    private static Command serve(Class<?> program) {
        return new Command(
                "serve",
                "start everything: database, site, desk, mail",
                "./musette serve [--port PORT] [--data DIR] [--no-demo]",
                "./musette serve --port 8080",
                """
                Builds when the sources are newer than the program, starts PostgreSQL in the data
                folder, and prints four lines: where the site is, where the desk is, a link that
                signs the owner in once, and where mail goes. Ctrl-C stops it.
                """,
                List.of(
                        new Option("--port", "PORT", "where to listen (default 8017; 0: any free)"),
                        DATA,
                        new Option("--no-demo", "", "start empty, without the demonstration")),
                arguments -> new Serve(program).run(arguments));
    }

    private static Command flash() {
        return new Command(
                "flash",
                "draft the story of a race from a file of results",
                "./musette flash FILE [--json]",
                "./musette flash demo/gran-premio-miguel-indurain-2023.csv",
                """
                Prints headline, standfirst, body and table; needs no server and keeps nothing.
                What was understood of the file goes to the error output. The list of earlier
                winners that the file names is looked for beside it. docs/results-v1.md describes
                the form.
                """,
                List.of(new Option("--json", "", "print the story with the source of each fact")),
                FlashCommand::run);
    }

    private static Command importing(Class<?> program) {
        return new Command(
                "import",
                "bring results or lists of winners into the newsroom",
                "./musette import FILE|FOLDER|- … [--yes] [--data DIR]",
                "./musette import --yes demo/gran-premio-miguel-indurain-2023.csv",
                """
                Reads each file, all files of a folder, or standard input (-), and tells what it
                understood, what it would change and which rows it would set aside. A file then
                waits at the desk for somebody to put it in; with --yes it is put in at once, and
                the flash of a new result waits at the desk. One that can't be read keeps no other
                back. Importing a file twice changes nothing. docs/results-v1.md describes the form.
                """,
                List.of(ImportCommand.YES, DATA),
                arguments -> {
                    arguments.word(0, "a file of results");
                    return new ImportCommand(program, arguments).run(arguments.words());
                });
    }

    private static Command owner(Class<?> program) {
        return new Command(
                "owner",
                "print a fresh link that signs the owner in",
                "./musette owner [--data DIR]",
                "./musette owner",
                """
                The link works once, within the hour, and ends every earlier one. Whoever can read
                the data folder can sign in as the owner.
                """,
                List.of(DATA),
                arguments -> new LocalOrRunningApp(program, arguments).run("owner", List.of()));
    }

    private static Command bench() {
        var names =
                Bench.all().stream()
                        .map(b -> "  %-8s %s".formatted(b.name(), b.summary()))
                        .collect(Collectors.joining("\n"));
        return new Command(
                "bench",
                "measure the house",
                "./musette bench NAME [--rounds N] [--data DIR] [--show RACE] [--anomalies] [--json"
                        + " FILE]",
                "./musette bench page --json page.json",
                "Prints a table for people and, last, one line of JSON. There are:\n\n" + names,
                List.of(
                        new Option("--rounds", "N", "how often, where something is repeated"),
                        new Option("--show", "RACE", "what came of races of that name"),
                        new Option("--anomalies", "", "list each thing in the files that is odd"),
                        new Option("--data", "DIR", "a folder of result files, where one is read"),
                        new Option("--json", "FILE", "keep the line of JSON in a file")),
                BenchCommand::run);
    }

    /// The launcher runs the tests without this program; the word stands here to be explained.
    private static Command test() {
        return new Command(
                "test",
                "check format, rules and behaviour (in a checkout)",
                "./musette test",
                "./musette test",
                """
                Runs the formatter's check, the compiler's checks, the architecture tests and all
                unit, database, HTTP and browser tests. Needs Chromium.
                """,
                List.of(),
                arguments -> {
                    throw new CommandFailed("'test' runs in a checkout, through the launcher.");
                });
    }

    private static Command rehearse(Class<?> program) {
        return new Command(
                "rehearse",
                "learn to start faster (runs by itself after a build)",
                "./musette rehearse [--data DIR]",
                "./musette rehearse --data /tmp/stage",
                """
                Starts the house on a folder and stops it again. The launcher does this after a
                build and keeps what Java learnt beside the program.
                """,
                List.of(DATA),
                arguments -> new Rehearse(program).run(arguments));
    }
}
