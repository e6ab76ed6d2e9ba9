package musette.ops;

import java.util.List;

/// One word of the command line.
///
/// @param name the word
/// @param summary half a line for the overview
/// @param usage the form of the whole line
/// @param example a line that works as it stands
/// @param help what it does, in a few sentences
/// @param options the options it knows, with what each is for
record Command(
        String name,
        String summary,
        String usage,
        String example,
        String help,
        List<Option> options,
        Action action) {

    Command {
        options = List.copyOf(options);
    }

    /// @param name with its dashes, `--port`
    /// @param value what stands behind it, `PORT`; empty when nothing does
    record Option(String name, String value, String help) {}

    interface Action {
        int run(Arguments arguments);
    }

    String explanation() {
        var text = new StringBuilder(usage).append("\n\n").append(help.strip()).append('\n');
        for (var option : options) {
            text.append(
                    "\n  %-16s %s".formatted(option.name() + " " + option.value(), option.help()));
        }
        return text.append(options.isEmpty() ? "" : "\n")
                .append("\nExample: ")
                .append(example)
                .toString();
    }
}
