package musette.front;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import musette.pages.ResultTable;
import musette.pages.ResultTables;
import musette.racing.Result;
import musette.stories.Document;

/// Makes the names in a story lead to their pages: riders and teams of the result that it carries,
/// and the race, each where it is named first. Only whole names count; a family name alone may be
/// anybody's.
final class NamesInText {
    private final Map<String, ResultTable.Name> unlinked = new HashMap<>();
    private final Pattern anyName;

    /// @param result empty for a story that carries none: nothing is linked there
    NamesInText(Optional<Result> result) {
        result.ifPresent(this::put);
        var longestFirst =
                unlinked.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        anyName =
                Pattern.compile(
                        unlinked.isEmpty()
                                ? "(?!)"
                                : "(?<![\\p{L}\\p{N}])(?:%s)(?![\\p{L}\\p{N}])"
                                        .formatted(longestFirst));
    }

    private void put(Result result) {
        put(new ResultTable.Name(result.edition().name(), ResultTables.address(result)));
        for (var row : result.rows()) {
            put(ResultTables.name(row.competitor()));
            if (row.team() != null) {
                put(ResultTables.name(row.team()));
            }
        }
    }

    private void put(ResultTable.Name name) {
        if (name.leads()) {
            unlinked.putIfAbsent(name.words(), name);
        }
    }

    /// The blocks that follow those asked for before.
    List<Passage> in(List<Document.Block> blocks) {
        return blocks.stream().map(this::in).toList();
    }

    private Passage in(Document.Block block) {
        if (block instanceof Document.Heading) {
            return Passage.of(block);
        }
        var text = block.text();
        var runs = new ArrayList<ResultTable.Name>();
        int from = 0;
        var names = anyName.matcher(text);
        while (names.find()) {
            var name = unlinked.remove(names.group());
            if (name != null) {
                runs.add(new ResultTable.Name(text.substring(from, names.start()), ""));
                runs.add(name);
                from = names.end();
            }
        }
        runs.add(new ResultTable.Name(text.substring(from), ""));
        return new Passage(false, runs);
    }
}
