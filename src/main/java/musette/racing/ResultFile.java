package musette.racing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A result as a file tells it, before the house knows its riders: what `Results` stores.
///
/// @param rowsAside how many rows of the file could not be read
public record ResultFile(Head head, List<Row> rows, int rowsAside) {

    public ResultFile {
        rows = List.copyOf(rows);
    }

    /// A file of which every row could be read.
    public ResultFile(Head head, List<Row> rows) {
        this(head, rows, 0);
    }

    /// The places down to `last` that nobody has; see `Result.missingPlaces`.
    public List<Integer> missingPlaces(int last) {
        return Result.missingPlaces(rows.stream().map(Row::placing), last);
    }

    /// Whether teams are ranked here, not riders.
    public boolean isOfTeams() {
        return rows.stream().anyMatch(row -> row.entrant() == null);
    }

    public List<Row> winners() {
        return rows.stream().filter(row -> row.placing().isWin()).toList();
    }

    /// What a file says about itself and the race, in the words of `Race`, `Edition`, `Result`.
    ///
    /// @param file the file's name, without a path
    /// @param edition the name the race carried that year
    /// @param key which result of the edition it is
    /// @param kind null where the file does not say it
    /// @param finish how it was won; null where the file does not say it
    /// @param course what became of it on the road; null where the file does not say it
    public record Head(
            String file,
            String slug,
            String race,
            String edition,
            int year,
            ResultKey key,
            Race.@Nullable Kind kind,
            Race.@Nullable Gender gender,
            @Nullable LocalDate heldOn,
            @Nullable String raceClass,
            @Nullable String place,
            @Nullable String country,
            @Nullable Integer metres,
            Result.Standing standing,
            Result.@Nullable Credit credit,
            Result.@Nullable Finish finish,
            Result.@Nullable Course course) {
        /// `2023 Tour of the Lakes, stage 2, points`.
        public String title() {
            var words = key.words();
            return "%d %s%s".formatted(year, edition, words.isEmpty() ? "" : ", " + words);
        }
    }

    /// One line: who, for whom, and how it ended.
    ///
    /// @param entrant null where the team itself has the place
    /// @param filed the line's cells as they came, by column
    public record Row(
            @Nullable Entrant entrant,
            @Nullable String team,
            Placing placing,
            Map<String, String> filed) {
        public Row {
            filed = Map.copyOf(filed);
            if (entrant == null && team == null) {
                throw new IllegalArgumentException("a row needs a rider or a team");
            }
        }

        public Row(@Nullable Entrant entrant, @Nullable String team, Placing placing) {
            this(entrant, team, placing, Map.of());
        }

        public String name() {
            return entrant == null ? Objects.requireNonNull(team) : entrant.name();
        }

        /// The rider's team; empty where there is none, and for a team.
        public String teamName() {
            return entrant == null || team == null ? "" : team;
        }

        /// The same competitor, another end.
        public Row with(Placing other) {
            return new Row(entrant, team, other, filed);
        }
    }

    /// A rider as the file names them.
    ///
    /// @param providerKey the provider of the file and what it calls the rider,
    ///   `firstcycling/84019`; null where the file does not say it
    /// @param region of the nation, in words: `the Basque Country`; null where nobody says it
    public record Entrant(
            @Nullable String uciId,
            String family,
            String given,
            @Nullable String nation,
            @Nullable LocalDate born,
            @Nullable String providerKey,
            @Nullable String region) {

        public Entrant(
                @Nullable String uciId,
                String family,
                String given,
                @Nullable String nation,
                @Nullable LocalDate born) {
            this(uciId, family, given, nation, born, null, null);
        }

        public Entrant {
            if (family.isBlank()) {
                throw new IllegalArgumentException("a rider needs a family name");
            }
        }

        public String name() {
            return Names.display(given, family);
        }

        /// Whether both can be one person: the same UCI ID, or the same name with nothing known
        /// that contradicts it.
        public boolean maybe(Entrant other) {
            if (uciId != null && other.uciId != null) {
                return uciId.equals(other.uciId);
            }
            return Names.folded(given, family).equals(Names.folded(other.given, other.family))
                    && agree(nation, other.nation)
                    && agree(born, other.born);
        }

        /// Whether the other's name is so like this one that both may be one person.
        public boolean isNear(Entrant other) {
            return (uciId == null || other.uciId == null)
                    && Names.areNear(
                            Names.folded(given, family), Names.folded(other.given, other.family));
        }

        /// The same rider of that nation.
        Entrant of(@Nullable String another) {
            return new Entrant(uciId, family, given, another, born, providerKey, region);
        }

        /// This rider, with what was not known taken from the other, and the region that was told
        /// last.
        Entrant filledFrom(Entrant other) {
            return new Entrant(
                    uciId == null ? other.uciId : uciId,
                    family,
                    given,
                    nation == null ? other.nation : nation,
                    born == null ? other.born : born,
                    providerKey,
                    other.region == null ? region : other.region);
        }

        private static boolean agree(@Nullable Object one, @Nullable Object other) {
            return one == null || other == null || one.equals(other);
        }
    }
}
