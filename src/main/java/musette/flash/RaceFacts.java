package musette.flash;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import musette.racing.Edition;
import musette.racing.Palmares;
import musette.racing.Placing;
import musette.racing.Race;
import musette.racing.Result;
import musette.racing.ResultFile;
import musette.racing.ResultRow;
import musette.racing.Rider;
import musette.racing.StageNumber;
import musette.racing.WinnersFile;
import musette.racing.WinnersHistory;
import org.jspecify.annotations.Nullable;

/// Everything a flash is written from, whether it lies in the database or in a file.
///
/// @param race as it is called that year
/// @param stage null for the race itself
/// @param edition names the edition, `edition/9` or `file/result.csv`
/// @param result names the result, `result/17` or `file/result.csv`
/// @param finish how it was won; null where the source does not say so
/// @param course what became of it on the road; null where the source does not say so
/// @param placed the riders with a place, best first
/// @param isNeutralised whether riders finished without a result of their own
/// @param honours what this win means to a single winner; null when there is none or nobody knows
/// @param defending who won the edition before and is in this result, too; null when nobody knows
record RaceFacts(
        String race,
        @Nullable StageNumber stage,
        int year,
        String edition,
        String result,
        @Nullable String town,
        Race.@Nullable Gender gender,
        Race.Kind kind,
        Result.@Nullable Finish finish,
        Result.@Nullable Course course,
        Result.Standing standing,
        List<Finisher> placed,
        boolean isNeutralised,
        @Nullable Honours honours,
        @Nullable Defending defending) {

    RaceFacts {
        placed = List.copyOf(placed);
    }

    /// The race, and which stage of it: what stands over the story.
    String title() {
        return stage == null ? race : race + ", " + stage.words();
    }

    /// The winner's record in the race.
    ///
    /// @param key ends the questions that were asked, `edition/9/rider/5`
    record Honours(String key, Palmares.Honours palmares) {
        Palmares.Wins wins() {
            return palmares.wins();
        }
    }

    /// The winner of the edition before.
    ///
    /// @param key ends the question that was asked, `edition/9/rider/7`
    record Defending(String key, int year, Finisher rider) {}

    static RaceFacts of(Result result, Palmares palmares) {
        var edition = result.edition();
        var source = "result/" + result.id();
        var winners = result.winners();
        return new RaceFacts(
                edition.name(),
                result.key().stage(),
                edition.year(),
                "edition/" + edition.id(),
                source,
                result.place(),
                edition.race().gender(),
                result.kind(),
                result.finish(),
                result.course(),
                result.standing(),
                inOrder(rows(result)),
                isNeutralised(result.rows().stream().map(ResultRow::placing)),
                winners.size() == 1 && result.key().isRace()
                        ? winners.getFirst()
                                .rider()
                                .map(rider -> honours(edition, rider, palmares))
                                .orElse(null)
                        : null,
                result.key().isRace() ? defending(result, palmares) : null);
    }

    /// Every row, those without a place too, in the order of the result.
    static List<Finisher> rows(Result result) {
        return result.rows().stream()
                .map(row ->
                        new Finisher(
                                "result/%d/%s".formatted(result.id(), row.competitor().key()),
                                row.name(),
                                row.competitor().family(),
                                row.team() == null ? null : row.team().print(),
                                row.placing()))
                .toList();
    }

    private static Honours honours(Edition edition, Rider winner, Palmares palmares) {
        return new Honours(
                "edition/%d/rider/%d".formatted(edition.id(), winner.id()),
                palmares.honours(edition, winner));
    }

    private static @Nullable Defending defending(Result result, Palmares palmares) {
        return palmares.defending(result.edition())
                .flatMap(before ->
                        before.names().stream()
                                .map(name -> "result/%d/rider/%d".formatted(result.id(), name))
                                .flatMap(row ->
                                        rows(result).stream().filter(it -> it.row().equals(row)))
                                .findFirst()
                                .map(rider ->
                                        new Defending(
                                                "edition/%d/rider/%d"
                                                        .formatted(
                                                                result.edition().id(),
                                                                before.rider()),
                                                before.year(),
                                                rider)))
                .orElse(null);
    }

    static RaceFacts of(ResultFile file, Optional<WinnersFile> earlier) {
        var head = file.head();
        var source = "file/" + head.file();
        var winners = file.winners();
        return new RaceFacts(
                head.edition(),
                head.key().stage(),
                head.year(),
                source,
                source,
                head.place(),
                head.gender(),
                Objects.requireNonNullElse(head.kind(), Race.Kind.ROAD),
                head.finish(),
                head.course(),
                head.standing(),
                inOrder(file.rows().stream().map(row -> finisher(row, source)).toList()),
                isNeutralised(file.rows().stream().map(ResultFile.Row::placing)),
                winners.size() == 1 && head.key().isRace()
                        ? earlier.flatMap(list -> honours(head, winners.getFirst(), list))
                                .orElse(null)
                        : null,
                head.key().isRace()
                        ? earlier.flatMap(list -> defending(file, list)).orElse(null)
                        : null);
    }

    private static Finisher finisher(ResultFile.Row row, String file) {
        var entrant = row.entrant();
        return new Finisher(
                file + "/line/" + row.placing().line(),
                row.name(),
                entrant == null ? row.name() : entrant.family(),
                entrant == null ? null : row.team(),
                row.placing());
    }

    private static Optional<Honours> honours(
            ResultFile.Head head, ResultFile.Row winner, WinnersFile list) {
        return Optional.ofNullable(winner.entrant())
                .map(rider ->
                        new Honours(
                                "file/%s/line/%d".formatted(head.file(), winner.placing().line()),
                                list.history()
                                        .honours(
                                                head.year(),
                                                origin(rider),
                                                rider.born(),
                                                rider::maybe,
                                                rider::isNear,
                                                RaceFacts::origin)));
    }

    private static WinnersHistory.Origin origin(ResultFile.Entrant rider) {
        return new WinnersHistory.Origin(rider.nation(), rider.region());
    }

    private static Optional<Defending> defending(ResultFile file, WinnersFile list) {
        var source = "file/" + file.head().file();
        return list.history()
                .defending(file.head().year())
                .flatMap(before ->
                        file.rows().stream()
                                .filter(row ->
                                        row.entrant() != null
                                                && row.entrant().maybe(before.rider()))
                                .findFirst()
                                .map(row ->
                                        new Defending(
                                                "%s/line/%d"
                                                        .formatted(source, row.placing().line()),
                                                before.year(),
                                                finisher(row, source))));
    }

    private static boolean isNeutralised(Stream<Placing> placings) {
        return placings.anyMatch(placing -> placing.status() == Placing.Status.NR);
    }

    private static List<Finisher> inOrder(List<Finisher> all) {
        return all.stream()
                .filter(finisher -> finisher.placing().place() != null)
                .sorted(Comparator.comparingInt(RaceFacts::place))
                .toList();
    }

    private static int place(Finisher finisher) {
        var place = finisher.placing().place();
        return place == null ? Integer.MAX_VALUE : place;
    }

    /// Whether nobody was given a place because there was no race to the finish.
    boolean isUndecided() {
        return placed.isEmpty() && (isNeutralised || course != null);
    }

    List<Finisher> winners() {
        return placed.stream().filter(finisher -> finisher.placing().isWin()).toList();
    }

    /// Those of the first three who ride for one team, best first; empty where it is one of three,
    /// and where there are more or less than three.
    List<Finisher> teamOnPodium() {
        var podium = placed.stream().takeWhile(finisher -> place(finisher) <= 3).toList();
        return podium.size() == 3
                ? podium.stream()
                        .filter(one ->
                                podium.stream()
                                        .anyMatch(other ->
                                                !one.equals(other)
                                                        && one.team() != null
                                                        && one.team().equals(other.team())))
                        .toList()
                : List.of();
    }

    /// The others with a place, best first.
    List<Finisher> beaten() {
        return placed.stream().filter(finisher -> !finisher.placing().isWin()).toList();
    }
}
