package musette.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import musette.bench.InventedRace.Row;

/// One mistake of somebody who types.
enum LintError {
    /// The founding page's: every gap from the third row on is that of the row before.
    GAPS_SHIFTED("gap") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            var rows = new ArrayList<>(race.rows());
            for (int i = rows.size() - 1; i >= 2; i--) {
                rows.set(i, rows.get(i).withGap(race.rows().get(i - 1).gap()));
            }
            return race.with(rows);
        }
    },
    NUMBER_CHANGED("gap") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            var rows = new ArrayList<>(race.rows());
            int at = 1 + random.nextInt(3);
            rows.set(at, rows.get(at).withGap(rows.get(at).gap() + 1 + random.nextInt(40)));
            return race.with(rows);
        }
    },
    RIDERS_SWAPPED("place") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            var rows = new ArrayList<>(race.rows());
            int at = random.nextInt(3);
            rows.set(at, race.rows().get(at).named(race.rows().get(at + 1)));
            rows.set(at + 1, race.rows().get(at + 1).named(race.rows().get(at)));
            return race.with(rows);
        }
    },
    TIME_CHANGED("time") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            return new InventedRace(
                    race.name(),
                    race.town(),
                    race.year(),
                    race.seconds() + 1 + random.nextInt(3_000),
                    race.kilometres(),
                    race.rows(),
                    race.earlierWins());
        }
    },
    STRANGER_NAMED("name") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            var rows = new ArrayList<>(race.rows());
            int at = random.nextInt(4);
            var row = rows.get(at);
            rows.set(at, new Row("Wim", "Nobel", row.team(), row.place(), row.gap()));
            return race.with(rows);
        }
    },
    TEAM_SWAPPED("team") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            var rows = new ArrayList<>(race.rows());
            int at = random.nextInt(5);
            rows.set(at, race.rows().get(at).withTeam(race.rows().get(at + 1).team()));
            rows.set(at + 1, race.rows().get(at + 1).withTeam(race.rows().get(at).team()));
            return race.with(rows);
        }
    },
    YEAR_CHANGED("year") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            return new InventedRace(
                    race.name(),
                    race.town(),
                    race.year() + 1,
                    race.seconds(),
                    race.kilometres(),
                    race.rows(),
                    race.earlierWins());
        }
    },
    WRONG_COUNT("count") {
        @Override
        InventedRace in(InventedRace race, RandomGenerator random) {
            var wins = new ArrayList<>(race.earlierWins());
            wins.addFirst(1_990);
            return new InventedRace(
                    race.name(),
                    race.town(),
                    race.year(),
                    race.seconds(),
                    race.kilometres(),
                    race.rows(),
                    wins);
        }
    };

    private final String kind;

    LintError(String kind) {
        this.kind = kind;
    }

    /// What it falsifies: `gap`, `place`, `time`, `name`, `team`, `year` or `count`.
    String kind() {
        return kind;
    }

    /// The race as somebody tells it who has made the mistake.
    abstract InventedRace in(InventedRace race, RandomGenerator random);

    /// The kinds of which nearly all must be seen.
    static final List<String> MUST_BE_SEEN = List.of("gap", "place", "time", "name");
}
