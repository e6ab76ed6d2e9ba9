package musette.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import musette.proof.Item.Mention;
import org.jspecify.annotations.Nullable;

/// Something a sentence says that the result can confirm or deny.
sealed interface Claim {
    /// The words that would be wrong.
    Item words();

    /// The riders it is about.
    default List<Mention> riders() {
        return List.of();
    }

    /// The rider has that place.
    record Place(Mention who, int place, Item words) implements Claim {
        @Override
        public List<Mention> riders() {
            return List.of(who);
        }
    }

    /// The rider won this race.
    record Win(Mention who, Item words) implements Claim {
        @Override
        public List<Mention> riders() {
            return List.of(who);
        }
    }

    /// The rider finished that far behind another one.
    ///
    /// @param behind null for the winner
    record Behind(Mention who, Item.Gap gap, @Nullable Mention behind, Item words)
            implements Claim {
        @Override
        public List<Mention> riders() {
            return behind == null ? List.of(who) : List.of(who, behind);
        }
    }

    /// The winner had that much on the second.
    record Margin(Item.Gap gap, Item words) implements Claim {}

    /// The rider got the time of one of the others.
    ///
    /// @param others none for the winner alone
    /// @param isNamed whether the sentence says whose time it is; else it may also be that of the
    ///   winner or of the rider before
    record SameTime(Mention who, List<Mention> others, boolean isNamed, Item words)
            implements Claim {
        @Override
        public List<Mention> riders() {
            var riders = new ArrayList<>(List.of(who));
            if (isNamed) {
                riders.addAll(others);
            }
            return riders;
        }
    }

    /// The first finished before the second.
    record Before(Mention first, Mention second, Item words) implements Claim {
        @Override
        public List<Mention> riders() {
            return List.of(first, second);
        }
    }

    /// The rider rides for one of these teams.
    record Team(Mention who, Set<String> teams, Item words) implements Claim {
        @Override
        public List<Mention> riders() {
            return List.of(who);
        }
    }

    /// The winner took that long.
    record WinningTime(Item.Clock time, Item words) implements Claim {}

    /// So many got the winner's time.
    record Group(int size, Item words) implements Claim {}

    /// It is the winner's win of that number in the race.
    record Wins(int number, Item words) implements Claim {}

    /// The race was that long.
    record Distance(int kilometres, Item words) implements Claim {}

    /// This race was held in that year.
    record Year(int year, Item words) implements Claim {}
}
