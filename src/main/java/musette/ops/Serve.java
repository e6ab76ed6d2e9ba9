package musette.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import musette.site.Address;
import musette.store.CannotStart;
import musette.store.DataFolder;
import org.springframework.beans.BeansException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ParseResult;

/// Starts the whole house and tells, in four lines, where its doors are.
final class Serve {
    private static final Path USUAL_FOLDER = Path.of("musette-data");
    private static final String PORT_NOTE = "server.port";

    /// The publisher's own settings, in the data folder.
    private static final String SETTINGS = "musette.properties";

    private final Class<?> program;

    Serve(Class<?> program) {
        this.program = program;
    }

    int run(ParseResult given) {
        var folder = folder(given);
        var lock =
                folder.lock()
                        .orElseThrow(() ->
                                new CommandFailed(
                                        "Another Musette is already running on %s; stop it, or choose another folder with --data."
                                                .formatted(folder.path())));
        var settings = new ArrayList<String>();
        if (given.hasMatchedOption(Commands.PORT)) {
            settings.add("--server.port=" + port(given.matchedOptionValue(Commands.PORT, 0)));
        }
        if (given.hasMatchedOption(Commands.NO_DEMO)) {
            settings.add("--musette.ops.demo=false");
        }
        try (lock;
                var house = house(program, folder, settings)) {
            if (!house.isClosed()) {
                note(folder, house.getBean(Address.class).port());
                house.getBean(StartupLines.class).lines().forEach(System.out::println);
                waitForTheEnd(house);
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataFolder folder(ParseResult given) {
        try {
            return DataFolder.at(given.matchedOptionValue(Commands.DATA, USUAL_FOLDER));
        } catch (CannotStart e) {
            throw new CommandFailed(e.sentence());
        }
    }

    /// Opens the house on a folder whose lock the caller holds.
    static ConfigurableApplicationContext house(
            Class<?> program, DataFolder folder, List<String> settings) {
        return house(program, folder, settings, Map.of());
    }

    /// @param defaults what holds where neither the publisher nor `settings` say anything
    static ConfigurableApplicationContext house(
            Class<?> program,
            DataFolder folder,
            List<String> settings,
            Map<String, Object> defaults) {
        var application = new SpringApplication(program);
        application.setDefaultProperties(defaults);
        application.addListeners(new FreePort());
        var all = new ArrayList<String>();
        all.add("--musette.store.data=" + folder.path());
        all.add(
                "--spring.config.additional-location=optional:file:"
                        + folder.path().resolve(SETTINGS));
        all.addAll(settings);
        try {
            return application.run(all.toArray(String[]::new));
        } catch (BeansException | BindException | IllegalStateException | CannotStart e) {
            throw StartFailures.sentenceIn(e).map(CommandFailed::new).orElseThrow(() -> e);
        }
    }

    /// Where commands find the server that runs on this folder.
    private static void note(DataFolder folder, int port) throws IOException {
        Files.writeString(folder.ownerOnly("keys").resolve(PORT_NOTE), Integer.toString(port));
    }

    static int portOf(DataFolder folder) {
        try {
            return Integer.parseInt(
                    Files.readString(folder.ownerOnly("keys").resolve(PORT_NOTE)).strip());
        } catch (IOException | NumberFormatException e) {
            throw new CommandFailed(
                    "Musette is starting on %s; try again in a moment.".formatted(folder.path()));
        }
    }

    private static int port(int number) {
        if (number < 0 || number > 65_535) {
            throw CommandFailed.misspoken(
                    "--port takes a number from 0 to 65535, not %d.".formatted(number));
        }
        return number;
    }

    /// Spring's shutdown hook closes the house on Ctrl-C; this thread only has to outlive it.
    private static void waitForTheEnd(ConfigurableApplicationContext house) {
        try {
            while (house.isActive()) {
                Thread.sleep(500);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
