package musette.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import musette.Musette;
import musette.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;

class CommandLineTest {
    private static final Pattern WRITTEN =
            Pattern.compile("\\./musette (?!help)([a-z][^`\\n\\[]*)");
    private static final String RESULT = "demo/gran-premio-miguel-indurain-2023.csv";
    private static final String LONG_AGO = "; of some time ago, so it opened no story.";

    private final Console console = new Console();

    @Test
    void an_unknown_word_gets_the_nearest_one() {
        assertThat(console.run("serv")).isEqualTo(2);
        assertThat(console.err()).contains("Did you mean './musette serve'?");
    }

    @Test
    void help_itself_can_be_mistyped() {
        assertThat(console.run("hepl")).isEqualTo(2);
        assertThat(console.err()).contains("Did you mean './musette help'?");
        assertThat(console.run("help", "ownr")).isEqualTo(2);
        assertThat(console.err())
                .isEqualToIgnoringNewLines(
                        "There is no command 'ownr'. Did you mean './musette owner'?");
    }

    @Test
    void every_command_explains_itself_with_an_example() {
        for (var command : Commands.of(Musette.class)) {
            assertThat(console.run("help", command.name())).isZero();
            var explained = console.out();
            assertThat(explained).contains("./musette " + command.name(), "Example: ./musette");
            assertThat(console.run(command.name(), "--help")).isZero();
            assertThat(console.out()).isEqualTo(explained);
        }
        assertThat(console.run()).isZero();
        assertThat(console.out()).contains("  serve ", "./musette help COMMAND tells more");
    }

    @Test
    void the_commands_of_the_documents_are_ours() throws Exception {
        var known = Commands.of(Musette.class).stream().map(CommandSpec::name).toList();
        var asked = 0;
        for (var document :
                List.of(
                        "README.md",
                        "CONTRIBUTING.md",
                        "docs/operating.md",
                        "docs/results-v1.md",
                        "docs/push.md")) {
            var commands = WRITTEN.matcher(Files.readString(Path.of(document))).results().toList();
            for (var written : commands) {
                asked++;
                var words = List.of(written.group(1).strip().split("\\s+"));
                assertThat(known).as(written.group()).contains(words.getFirst());
                console.run("help", words.getFirst());
                assertThat(console.out()).as(written.group()).contains(mustBeExplained(words));
            }
        }
        assertThat(asked).isGreaterThan(20);
        assertThat(console.run("flash", RESULT)).isZero();
        assertThat(console.out()).contains("Ion Izagirre");
    }

    @Test
    void an_unknown_option_is_refused_and_not_skipped() {
        assertThat(console.run("serve", "--prot", "8080")).isEqualTo(2);
        assertThat(console.err()).contains("has no option --prot");
    }

    @Test
    void what_a_command_lacks_is_asked_for() {
        assertThat(misspoken("flash")).contains("Please name a file of results;");
        assertThat(misspoken("serve", "--port")).contains("--port needs a value: where");
        assertThat(misspoken("serve", "--port", "8o17"))
                .contains("--port takes a number, not '8o17'.");
        assertThat(misspoken("owner", "me")).contains("'owner' does not take me;");
        assertThat(misspoken("import", "--yes=false", RESULT))
                .contains("An option of 'import' has a value");
        assertThat(misspoken("bench", "everything"))
                .contains("There is no benchmark 'everything'; there are: page,");
        assertThat(console.run("flash", "@" + RESULT)).isEqualTo(1);
        assertThat(console.err()).contains("'@demo/gran-premio");
    }

    private String misspoken(String... words) {
        assertThat(console.run(words)).isEqualTo(2);
        assertThat(console.err().lines()).hasSize(1);
        return console.err();
    }

    @Test
    void a_port_must_be_a_port(@TempDir Path data) {
        assertThat(console.run("serve", "--data", data.toString(), "--port", "99999")).isEqualTo(2);
        assertThat(console.err()).contains("from 0 to 65535");
    }

    @Test
    void a_port_that_is_taken_is_one_sentence(@TempDir Path data) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            assertThat(console.run("serve", "--data", data.toString(), "--port", port))
                    .isEqualTo(1);
            assertThat(console.err().strip())
                    .isEqualTo(
                            "Port %s is taken; choose another with --port, or 0 for any free one."
                                    .formatted(port));
        }
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void a_setting_of_another_kind_is_one_sentence(@TempDir Path data) throws Exception {
        Files.writeString(data.resolve("musette.properties"), "musette.meter.allowance=many\n");

        assertThat(console.run("serve", "--data", data.toString(), "--port", "0")).isEqualTo(1);

        assertThat(console.err().lines())
                .containsExactly(
                        "musette.meter.allowance (musette.properties, line 1) must be a whole"
                                + " number, not 'many'.");
        assertThat(console.out()).isEmpty();
        assertThat(data.resolve("postgres")).as("made for nothing").doesNotExist();
    }

    /// As they come from the environment of a container: `SERVER_PORT=80a`.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    server.port=80a       | server.port (musette.properties, line 1) must be a whole number, not '80a'.
                    server.port=80000     | server.port must be from 0 to 65535, not 80000.
                    server.port=-1        | server.port must be from 0 to 65535, not -1.
                    server.address=nobody | server.address must be an address of this machine, not 'nobody'.
                    server.address=8.8.8.8| server.address must be an address of this machine, not '8.8.8.8'.
                    """)
    void a_wrong_port_or_address_is_one_sentence_too(
            String setting, String told, @TempDir Path data) throws Exception {
        Files.writeString(data.resolve("musette.properties"), setting);

        assertThat(console.run("serve", "--data", data.toString())).isEqualTo(1);

        assertThat(console.err().lines()).containsExactly(told);
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void two_servers_on_one_folder_are_refused(@TempDir Path data) throws Exception {
        try (var lock = DataFolder.at(data).lock().orElseThrow()) {
            assertThat(console.run("serve", "--data", data.toString())).isEqualTo(1);
            assertThat(lock.isValid()).isTrue();
        }
        assertThat(console.err()).contains("already running");
    }

    @Test
    void the_examples_of_import_and_owner_work_without_a_server(@TempDir Path data) {
        var folder = data.resolve("musette-data").toString();

        assertThat(console.run("import", RESULT, "--data", folder)).isZero();
        assertThat(console.out())
                .contains("official, 17 rows; the first result of this race.")
                .containsPattern("It waits at http://127.0.0.1:8017/desk/results/[0-9]+;");
        assertThat(console.run("import", "--yes", RESULT, "--data", folder)).isZero();
        assertThat(console.out()).contains("stored as revision 1" + LONG_AGO);
        assertThat(console.run("owner", "--data", folder)).isZero();
        assertThat(console.out()).contains("/desk/sign-in/");
        assertThat(console.err()).doesNotContain("is starting");
    }

    @Test
    void a_folder_and_standard_input_are_imported_and_a_bad_file_keeps_no_other_back(
            @TempDir Path data) throws Exception {
        var results = Files.createDirectory(data.resolve("results"));
        var one = "# race: Tour of %s\n# year: 2023\nplace,family,given\n1,Doe,Ann\n";
        Files.writeString(results.resolve("a.csv"), one.formatted("A"));
        Files.writeString(results.resolve("b.csv"), "nothing\n");
        Files.writeString(results.resolve("c.csv"), one.formatted("C"));
        Files.writeString(results.resolve(".hidden"), one.formatted("Hidden"));
        System.setIn(
                new ByteArrayInputStream(one.formatted("Input").getBytes(StandardCharsets.UTF_8)));

        var folder = data.resolve("musette-data").toString();
        assertThat(console.run("import", "--yes", results.toString(), "-", "--data", folder))
                .isEqualTo(1);
        assertThat(console.out().lines())
                .contains(
                        "a.csv: stored as revision 1" + LONG_AGO,
                        "c.csv: stored as revision 1" + LONG_AGO,
                        "standard input: stored as revision 1" + LONG_AGO)
                .noneMatch(line -> line.contains(".hidden"));
        assertThat(console.err()).contains("b.csv: The file does not say which race it is");

        assertThat(
                        console.run(
                                "import",
                                data.resolve("empty-not-there").toString(),
                                "--data",
                                folder))
                .isEqualTo(1);
        assertThat(console.err()).contains("There is no file");
    }

    @Test
    void a_data_folder_that_is_a_file_is_refused_with_a_sentence(@TempDir Path folder)
            throws Exception {
        var file = Files.writeString(folder.resolve("results.csv"), "place,family\n");

        assertThat(console.run("serve", "--data", file.toString())).isEqualTo(1);
        assertThat(console.err()).contains("choose another with --data");
    }

    /// The command, its options, and which of the benchmarks it is.
    private static List<String> mustBeExplained(List<String> command) {
        var isBench = command.getFirst().equals("bench");
        return command.stream()
                .filter(word ->
                        word.startsWith("--")
                                || command.indexOf(word) == 0
                                || (isBench && word.matches("[a-z]+")))
                .toList();
    }

    @Test
    void a_machine_that_writes_other_numbers_writes_ours() {
        assertThat(console.run("flash", RESULT)).isZero();
        var english = console.out();
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat("%d".formatted(13)).isNotEqualTo("13");
            console.run("flash", RESULT);
        } finally {
            Locale.setDefault(usual);
        }

        assertThat(english).contains("2023");
        assertThat(console.out()).isEqualTo(english);
    }
}
