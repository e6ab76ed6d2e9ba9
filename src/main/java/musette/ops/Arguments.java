package musette.ops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words behind a command: plain ones in order, options by name.
///
/// @param words what stands without dashes
/// @param options what stands with dashes; an option without a value maps to the empty string
record Arguments(List<String> words, Map<String, String> options) {

    Arguments {
        words = List.copyOf(words);
        options = Map.copyOf(options);
    }

    /// Reads the words as the command knows them; an unknown option is refused, not skipped.
    static Arguments parse(Command command, List<String> line) {
        var words = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var rest = line.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (!word.startsWith("--")) {
                words.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            var option = option(command, name);
            if (option.value().isEmpty()) {
                options.put(name, "");
            } else if (equals >= 0) {
                options.put(name, word.substring(equals + 1));
            } else if (rest.hasNext()) {
                options.put(name, rest.next());
            } else {
                throw CommandFailed.misspoken(
                        "%s needs a value: %s".formatted(name, option.help()));
            }
        }
        return new Arguments(words, options);
    }

    private static Command.Option option(Command command, String name) {
        return command.options().stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        CommandFailed.misspoken(
                                "'%s' has no option %s; './musette help %s' lists them."
                                        .formatted(command.name(), name, command.name())));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    /// The plain word at that place, or a sentence that asks for it.
    String word(int index, String whatItIs) {
        if (index >= words.size()) {
            throw CommandFailed.misspoken("Please name %s.".formatted(whatItIs));
        }
        return words.get(index);
    }
}
