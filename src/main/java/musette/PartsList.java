package musette;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.context.aot.AbstractAotProcessor.Settings;
import org.springframework.context.support.GenericApplicationContext;

/// Writes down, when the program is built, which parts the house is made of and how they fit, so
/// that a start need not find that out (Spring's ahead-of-time processing). `bin/parts` makes
/// `target/parts.jar` of what this writes.
public final class PartsList extends SpringApplicationAotProcessor {
    private PartsList(Settings settings, String[] args) {
        super(Musette.class, settings, args);
    }

    /// @param args a folder to write into, then settings of the house
    public static void main(String[] args) {
        var folder = Path.of(args[0]);
        var settings =
                Settings.builder()
                        .sourceOutput(folder.resolve("sources"))
                        .resourceOutput(folder.resolve("classes"))
                        .classOutput(folder.resolve("classes"))
                        .groupId("musette")
                        .artifactId("musette")
                        .build();
        new PartsList(settings, args).process();
    }

    /// The list bears the name of the program, whose own entrance understands commands only.
    @Override
    protected GenericApplicationContext prepareApplicationContext(Class<?> application) {
        return super.prepareApplicationContext(Entrance.class);
    }

    /// Where a start begins that is looked at instead of carried out.
    static final class Entrance {
        private Entrance() {}

        public static void main(String[] args) {
            SpringApplication.run(Musette.class, args);
        }
    }
}
