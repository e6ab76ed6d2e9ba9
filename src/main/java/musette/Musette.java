package musette;

import musette.ops.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// The program: one newsroom, one publication, one database.
///
/// Every command enters here; the `ops` room decides what it means and whether it needs the whole
/// house or only a file.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Musette {
    public static void main(String[] args) {
        System.exit(CommandLine.of(Musette.class).run(args));
    }
}
