package musette.racing;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// One line of a result. Result id and competitor together name each fact of it for good.
///
/// @param team the rider's team of that season; null for riders without one, and for teams
/// @param rodeFor the nation of that day, where the file says it, `FRA`
/// @param filed the line's cells as the file had them, a JSON object by column; null where nobody
///   kept them
public record ResultRow(
        Competitor competitor,
        @Nullable Team team,
        Placing placing,
        @Nullable String rodeFor,
        @Nullable String filed) {
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    /// Whom a row is about: a rider, in a classification of teams and a team time trial a team, or
    /// a name that may be one of several riders'.
    public sealed interface Competitor permits Rider, Team, Unmatched {
        /// The name in print.
        String display();

        /// The family name alone; a team's whole name.
        String family();

        /// Empty for a team.
        String given();

        /// As facts name it behind their result: `rider/5`, `team/12` or `name/diogo-pinto`.
        String key();
    }

    /// Somebody whom nobody has recognised yet.
    ///
    /// @param folded the name without signs, which names the row through its revisions
    public record Unmatched(String folded, String family, String given) implements Competitor {
        @Override
        public String display() {
            return Names.display(given, family);
        }

        @Override
        public String key() {
            return "name/" + folded;
        }
    }

    /// Empty for a team's row, and for a name that nobody has recognised.
    public Optional<Rider> rider() {
        return competitor instanceof Rider rider ? Optional.of(rider) : Optional.empty();
    }

    public String name() {
        return competitor.display();
    }

    /// The rider's team in print; empty where there is none.
    public String teamName() {
        return team == null ? "" : team.print();
    }

    /// The cell of that column as the file had it; empty where it had none.
    public String asFiled(String column) {
        return asFiled().getOrDefault(column, "");
    }

    /// The filled cells as the file had them, by column.
    public Map<String, String> asFiled() {
        return filed == null ? Map.of() : JsonMapper.shared().readValue(filed, CELLS);
    }
}
