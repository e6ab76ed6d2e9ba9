package musette.racing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Questions about a rider's record in a race. An answer says whether it rests on complete data;
/// where it does not, there is no number, because a number would be a guess.
@Component
public class Palmares {
    private final JdbcClient sql;
    private final WinnersHistories histories;
    private final Races races;

    public Palmares(JdbcClient sql) {
        this.sql = sql;
        histories = new WinnersHistories(sql);
        races = new Races(sql);
    }

    /// What a win by the rider in that edition means; earlier editions alone count.
    public Wins wins(Edition edition, Rider rider) {
        var people = RiderIdentities.people(sql);
        var near =
                races.winners(edition.race().id()).stream()
                        .map(Races.Winner::rider)
                        .filter(other -> other.isNear(rider))
                        .map(Rider::id)
                        .filter(other -> !people.areDecided(other, rider.id()))
                        .collect(Collectors.toSet());
        return histories
                .of(edition.race().id())
                .wins(
                        edition.year(),
                        rider.born(),
                        id -> people.areOne(id, rider.id()),
                        near::contains);
    }

    /// The winner of the edition before this one; empty when it is unknown or was not held.
    public Optional<Races.Winner> defending(Edition edition) {
        return races.winners(edition.race().id()).stream()
                .filter(winner -> winner.edition().year() == edition.year() - 1)
                .findFirst();
    }

    /// @param earlier the years of the earlier wins that are known, in order
    /// @param complete whether no earlier win can be missing
    public record Wins(List<Integer> earlier, boolean complete) {
        public Wins {
            earlier = List.copyOf(earlier);
        }

        /// Which win this one is, 1 for the first; empty when the records do not go back far
        /// enough.
        public OptionalInt number() {
            return complete ? OptionalInt.of(earlier.size() + 1) : OptionalInt.empty();
        }
    }
}
