package musette.flash;

import java.util.List;
import java.util.stream.Stream;
import musette.racing.Palmares;
import musette.racing.Result;
import musette.racing.ResultChanged;
import musette.racing.Results;
import musette.racing.WinnersListed;
import musette.staff.Staff;
import musette.stories.FactChanges;
import musette.stories.FactFollowing;
import musette.stories.Manuscripts;
import musette.stories.Stories;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Puts a flash before the desk when a race of these days has its first result and no story carries
/// it yet, lets a flash that nobody has touched follow its result, asks again what every story says
/// of it, and lets the flash's own sentences follow in drafts that people have written in. Heard
/// after the result is kept, and heard again after a crash; it comes to the same all the same.
@Component
class FlashListener {
    private final Flashes flashes;
    private final Results results;
    private final Palmares palmares;
    private final Stories stories;
    private final Manuscripts manuscripts;
    private final FactChanges changes;
    private final FactFollowing following;
    private final Staff staff;

    FlashListener(
            Flashes flashes,
            Results results,
            Palmares palmares,
            Stories stories,
            Manuscripts manuscripts,
            FactChanges changes,
            FactFollowing following,
            Staff staff) {
        this.flashes = flashes;
        this.results = results;
        this.palmares = palmares;
        this.stories = stories;
        this.manuscripts = manuscripts;
        this.changes = changes;
        this.following = following;
        this.staff = staff;
    }

    /// Who won one edition is told in the stories of later ones.
    @ApplicationModuleListener
    void on(ResultChanged news) {
        var later = results.later(news.result()).stream().filter(this::isTold);
        Stream.concat(Stream.of(news.result()), later).sorted().forEach(this::follow);
    }

    /// What a win means may be another thing now, in every edition that somebody has written about.
    @ApplicationModuleListener
    void on(WinnersListed news) {
        results.ofRace(news.race()).stream().filter(this::isTold).forEach(this::follow);
    }

    /// Several are followed in the order of their numbers, so that no two wait for each other.
    private void follow(long id) {
        flashes.takeTurn(id);
        results.byId(id).ifPresentOrElse(this::follow, () -> letGo(id));
    }

    private void follow(Result result) {
        if (!isTold(result.id()) && !flashes.isNews(result) && sources(result).isEmpty()) {
            return; // An archive's: no story opens, and none says anything of it.
        }
        var flash = Flash.of(result, palmares);
        flashes.openOrFollow(result, flash, staff.owner().id());
        changes.answered(FactAnswers.of(sources(result), result, palmares, flash));
        following.followInDrafts(result.id(), staff.owner().id());
    }

    /// What stories say of the result, the flash that was just drafted among them.
    private List<String> sources(Result result) {
        return changes.sourcesAbout("result/" + result.id(), "edition/" + result.edition().id());
    }

    private boolean isTold(long result) {
        return stories.carrier(result).isPresent();
    }

    private void letGo(long result) {
        manuscripts.discardUntouched(result);
        changes.answered(FactAnswers.none(changes.sourcesAbout("result/" + result, "no edition")));
    }
}
