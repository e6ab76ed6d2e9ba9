package musette.proof;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import musette.proof.Item.Mention;
import musette.racing.Gap;
import org.jspecify.annotations.Nullable;

/// Asks the rows. What they confirm and what they do not know is no contradiction.
final class Judge {
    static final Denial STRANGER =
            new Denial(Kind.NAME, "The result names nobody like that.", null);

    private final Subject subject;

    Judge(Subject subject) {
        this.subject = subject;
    }

    /// What the result says instead.
    ///
    /// @param entry the row that denies it; null where it is none alone
    record Denial(Kind kind, String says, @Nullable Entry entry) {}

    Optional<Denial> denial(Claim claim) {
        return claim.riders().stream().anyMatch(who -> who.entries().isEmpty())
                ? Optional.empty()
                : deniedByRows(claim);
    }

    private Optional<Denial> deniedByRows(Claim claim) {
        return switch (claim) {
            case Claim.Place place -> deniedPlace(place.who(), place.place());
            case Claim.Win win -> deniedPlace(win.who(), 1);
            case Claim.Behind behind -> denied(behind);
            case Claim.Margin margin -> denied(margin);
            case Claim.SameTime same -> denied(same);
            case Claim.Before before -> denied(before);
            case Claim.Team team -> denied(team);
            case Claim.WinningTime time -> denied(time);
            case Claim.Group group ->
                    subject.groupInFront()
                            .filter(size -> size != group.size())
                            .map(size ->
                                    of(Kind.COUNT, "%d got the winner's time.".formatted(size)));
            case Claim.Wins wins -> denied(wins);
            case Claim.Distance distance -> denied(distance);
            case Claim.Year year -> denied(year);
        };
    }

    private static Denial of(Kind kind, String says) {
        return new Denial(kind, says, null);
    }

    private Optional<Denial> deniedPlace(Mention who, int place) {
        return row(who, entry -> !Integer.valueOf(place).equals(entry.placing().place()))
                .map(entry ->
                        new Denial(
                                Kind.PLACE,
                                "%s: %s.".formatted(entry.display(), place(entry)),
                                entry));
    }

    private static String place(Entry entry) {
        var place = entry.placing().place();
        return place == null ? entry.placing().mark() : "place " + place;
    }

    /// The row, where every row that may be meant is otherwise.
    private static Optional<Entry> row(Mention who, Predicate<Entry> isOtherwise) {
        return who.entries().stream().allMatch(isOtherwise)
                ? Optional.of(who.entry())
                : Optional.empty();
    }

    private Optional<Denial> denied(Claim.Behind claim) {
        var other = claim.behind();
        if (other != null && !other.isSure()) {
            return Optional.empty();
        }
        int from = other == null ? 0 : Subject.behind(other.entry().placing());
        return row(
                        claim.who(),
                        entry -> {
                            int gap = Subject.behind(entry.placing());
                            return gap >= 0
                                    && from >= 0
                                    && !claim.gap().agreesWith(Math.max(gap - from, 0));
                        })
                .map(this::time);
    }

    private Denial time(Entry entry) {
        return new Denial(Kind.GAP, "%s: %s.".formatted(entry.display(), clock(entry)), entry);
    }

    private static String clock(Entry entry) {
        int gap = Subject.behind(entry.placing());
        return gap == 0 ? "the winner's time" : new Gap(gap).clock();
    }

    private Optional<Denial> denied(Claim.Margin claim) {
        return subject.second()
                .filter(second -> Subject.behind(second.placing()) >= 0)
                .filter(second -> !claim.gap().agreesWith(Subject.behind(second.placing())))
                .map(this::time);
    }

    private Optional<Denial> denied(Claim.SameTime claim) {
        var others = claim.others();
        if (others.size() == 1 && !others.getFirst().isSure()) {
            return Optional.empty();
        }
        return row(claim.who(), entry -> isAloneAmong(entry, claim)).map(this::time);
    }

    /// Whether the rider shares the time with none of those who may be meant.
    private boolean isAloneAmong(Entry entry, Claim.SameTime claim) {
        int gap = Subject.behind(entry.placing());
        var isNamed = claim.isNamed();
        var withWinner = gap == 0 && (!isNamed || claim.others().isEmpty());
        var withOthers =
                claim.others().stream()
                        .flatMap(other -> other.entries().stream())
                        .filter(other -> !other.equals(entry))
                        .anyMatch(other -> Subject.behind(other.placing()) == gap);
        var withBefore = !isNamed && gap == before(entry);
        return gap >= 0 && !withWinner && !withOthers && !withBefore;
    }

    /// The gap of the rider in the row before, -1 for none.
    private int before(Entry entry) {
        return entry.row() < 2
                ? -1
                : Subject.behind(subject.entries().get(entry.row() - 2).placing());
    }

    private Optional<Denial> denied(Claim.Before claim) {
        if (!claim.first().isSure() || !claim.second().isSure()) {
            return Optional.empty();
        }
        var first = claim.first().entry().placing().place();
        var second = claim.second().entry().placing().place();
        return first == null || second == null || first < second
                ? Optional.empty()
                : Optional.of(
                        new Denial(
                                Kind.PLACE,
                                "%s: place %d. %s: place %d."
                                        .formatted(
                                                claim.first().entry().display(),
                                                first,
                                                claim.second().entry().display(),
                                                second),
                                claim.second().entry()));
    }

    private Optional<Denial> denied(Claim.Team claim) {
        Set<String> teams = claim.teams();
        return row(claim.who(), entry -> entry.team() != null && !teams.contains(entry.team()))
                .map(entry ->
                        new Denial(
                                Kind.TEAM,
                                "%s rides for %s.".formatted(entry.display(), entry.team()),
                                entry));
    }

    private Optional<Denial> denied(Claim.WinningTime claim) {
        return subject.winner()
                .filter(winner -> winner.placing().time() != null)
                .filter(winner ->
                        subject.entries().stream()
                                .map(entry -> entry.placing().time())
                                .noneMatch(time ->
                                        time != null
                                                && time.hundredths() / 100
                                                        == claim.time().hundredths() / 100))
                .map(winner ->
                        new Denial(
                                Kind.TIME,
                                "%s: %s.".formatted(winner.display(), winner.placing().clock()),
                                winner));
    }

    private Optional<Denial> denied(Claim.Wins claim) {
        var wins = subject.wins();
        return wins == null || wins.number().orElse(claim.number()) == claim.number()
                ? Optional.empty()
                : Optional.of(
                        of(
                                Kind.COUNT,
                                "It is win number %d in this race."
                                        .formatted(wins.number().orElseThrow())));
    }

    private Optional<Denial> denied(Claim.Distance claim) {
        var metres = subject.metres();
        return metres == null || Math.abs(metres - claim.kilometres() * 1_000) <= 1_000
                ? Optional.empty()
                : Optional.of(
                        of(
                                Kind.DISTANCE,
                                "The race was %.1f km long.".formatted(metres / 1_000.0)));
    }

    /// Another year is another race, unless every win of the winner is known.
    private Optional<Denial> denied(Claim.Year claim) {
        var wins = subject.wins();
        return claim.year() == subject.year()
                        || wins == null
                        || !wins.complete()
                        || wins.earlier().contains(claim.year())
                ? Optional.empty()
                : Optional.of(of(Kind.YEAR, "The result is of %d.".formatted(subject.year())));
    }
}
