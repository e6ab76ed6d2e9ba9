package musette.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import musette.proof.Item.Cardinal;
import musette.proof.Item.Clock;
import musette.proof.Item.Mention;
import musette.proof.Item.Ordinal;
import musette.proof.Item.TeamName;
import musette.racing.StageNumber;

/// Who won, for whom the riders ride, and what is told of the race as a whole.
final class RaceReading {
    private static final Set<String> WON = Set.of("won", "wins");
    private static final Set<String> TAKES =
            Set.of(
                    "took",
                    "takes",
                    "claimed",
                    "claims",
                    "sealed",
                    "seals",
                    "celebrated",
                    "secured");
    private static final Set<String> VICTORY = Set.of("victory", "win");
    private static final Set<String> ARTICLES = Set.of("the", "this", "a", "an", "solo", "fine");
    private static final Set<String> OWN = Set.of("his", "her", "their", "the", "a", "solo");
    private static final Set<String> ENDS =
            Set.of(
                    ",", ".", "!", "?", "by", "from", "ahead", "alone", "solo", "for", "and",
                    "with");
    private static final Set<String> KILOMETRES = Set.of("km", "kilometre", "kilometres", "k");
    private static final Set<String> RACE = Set.of("race", "course", "route");

    private final Sentence sentence;
    private final Subject subject;
    private final Vocabulary vocabulary;
    private final List<Claim> claims = new ArrayList<>();

    RaceReading(Sentence sentence, Subject subject, Vocabulary vocabulary) {
        this.sentence = sentence;
        this.subject = subject;
        this.vocabulary = vocabulary;
    }

    List<Claim> claims() {
        for (int i = 0; i < sentence.size(); i++) {
            switch (sentence.at(i)) {
                case Mention who -> readRider(i, who);
                case Clock clock -> readClock(i, clock);
                case Cardinal number -> readNumber(i, number);
                case Ordinal ordinal -> readWins(i, ordinal);
                case Item.Word word -> readDistance(i, word);
                default -> {}
            }
        }
        return claims;
    }

    private void readRider(int at, Mention who) {
        var teams = who.aside().stream().filter(TeamName.class::isInstance).findFirst();
        teams.map(TeamName.class::cast)
                .ifPresent(name -> claims.add(new Claim.Team(who, name.teams(), name)));
        if (sentence.isOneOf(at + 1, Set.of("of", "from"))
                && sentence.has(at + 2)
                && sentence.at(at + 2) instanceof TeamName name) {
            claims.add(new Claim.Team(who, name.teams(), name));
        }
        if (!sentence.isOfAnotherTime(subject.year()) && isWinner(at)) {
            sentence.isWonBy(who);
            claims.add(new Claim.Win(who, who));
        }
    }

    private boolean isWinner(int at) {
        if (isVictoryFor(at)) {
            return true;
        }
        if (sentence.isOneOf(at + 1, TAKES)) {
            int next = at + 2;
            while (sentence.isOneOf(next, OWN)
                    || (sentence.has(next) && sentence.at(next) instanceof Ordinal)) {
                next++;
            }
            return sentence.isOneOf(next, VICTORY) && isThisRace(next + 1, true);
        }
        return sentence.isOneOf(at + 1, WON) && isThisRace(at + 2, false);
    }

    /// "Victory went to Izagirre".
    private boolean isVictoryFor(int at) {
        var isPassedOn =
                sentence.is(at - 1, "to") && sentence.isOneOf(at - 2, Set.of("went", "goes"));
        return (isPassedOn && isVictoryIn(0, at - 2))
                || (sentence.is(at - 1, "for")
                        && sentence.is(at - 2, "victory")
                        && !sentence.isOnTheWay());
    }

    /// Whether victory in this race is spoken of: "Victory in the race went to Izagirre".
    private boolean isVictoryIn(int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.isOneOf(i, VICTORY)) {
                return i + 1 == to || isThisRace(i + 1, true);
            }
        }
        return false;
    }

    /// Whether what was won is the race itself and not a stage, a sprint or a jersey.
    private boolean isThisRace(int from, boolean mayBeIn) {
        int at = from;
        if (mayBeIn && (sentence.is(at, "in") || sentence.is(at, "at"))) {
            at++;
        }
        var isBare = at == from;
        if (isBare
                && (!sentence.has(at)
                        || sentence.isOneOf(at, ENDS)
                        || sentence.at(at) instanceof Item.Gap)) {
            return true;
        }
        if (sentence.is(at, "in")) {
            return sentence.has(at + 1) && vocabulary.isOfTown(sentence.at(at + 1));
        }
        at = sentence.rightOver(at, ARTICLES);
        var stage = subject.stage();
        if (stage != null) {
            return isThisStage(at, stage);
        }
        if (sentence.year(at).isPresent()) {
            at++;
        }
        if (sentence.has(at) && sentence.at(at) instanceof Cardinal) {
            at = sentence.rightOver(at + 1, Set.of("-", "km", "kilometre", "k"));
        }
        return sentence.is(at, "race")
                || (sentence.has(at) && vocabulary.isOfRaceName(sentence.at(at)));
    }

    /// "stage 4"; a stage race is not won with one of its stages.
    private boolean isThisStage(int at, StageNumber stage) {
        return sentence.is(at, "stage")
                && sentence.has(at + 1)
                && sentence.at(at + 1) instanceof Cardinal number
                && number.number() == stage.number();
    }

    private void readClock(int at, Clock clock) {
        var isTold = sentence.isOneOf(at - 1, Set.of("in", "was", "of", ":", "is"));
        if (isTold
                && sentence.holds(Set.of("time", "won", "wins", "winner", "clocked"))
                && !sentence.isOfAnotherTime(subject.year())) {
            claims.add(new Claim.WinningTime(clock, clock));
        }
    }

    private void readNumber(int at, Cardinal number) {
        var year = sentence.year(at);
        if (year.isPresent()
                && sentence.is(at - 1, "the")
                && sentence.has(at + 1)
                && vocabulary.isOfRaceName(sentence.at(at + 1))) {
            claims.add(new Claim.Year(year.get(), number));
        }
        int next = sentence.rightOver(at + 1, Set.of("in", "on", "with", "the"));
        if (sentence.is(at - 1, "of")
                && sentence.has(at - 2)
                && sentence.at(at - 2) instanceof Ordinal first
                && first.number() == 1
                && sentence.has(next)
                && sentence.at(next) instanceof Item.SameTime) {
            claims.add(new Claim.Group(number.number(), number));
        }
        readDistance(at, number.number(), number);
    }

    /// "203.2" is no whole number, and a distance all the same.
    private void readDistance(int at, Item.Word word) {
        if (word.text().matches("[0-9]{1,4}\\.[0-9]{1,3}")) {
            readDistance(at, (int) Math.round(Double.parseDouble(word.text())), word);
        }
    }

    private void readDistance(int at, int kilometres, Item words) {
        int unit = sentence.rightOver(at + 1, Set.of("-"));
        int next = sentence.rightOver(unit + 1, Set.of("-"));
        if (sentence.isOneOf(unit, KILOMETRES) && sentence.isOneOf(next, RACE)) {
            claims.add(new Claim.Distance(kilometres, words));
        }
    }

    private void readWins(int at, Ordinal ordinal) {
        var isTime =
                sentence.is(at - 1, "the")
                        && sentence.is(at - 2, "for")
                        && sentence.is(at + 1, "time")
                        && sentence.winner().isPresent();
        var isWin =
                sentence.isOneOf(at + 1, VICTORY)
                        && sentence.is(at + 2, "in")
                        && sentence.is(at + 3, "the")
                        && sentence.is(at + 4, "race");
        if (isTime || isWin) {
            claims.add(new Claim.Wins(ordinal.number(), ordinal));
        }
    }
}
