package musette.front;

import java.net.URI;
import java.time.Clock;
import musette.media.Pictures;
import musette.pages.Preview;
import musette.pages.SameForEverybody;
import musette.pages.StoryList;
import musette.site.Address;
import musette.site.Frame;
import musette.site.HttpProblem;
import musette.site.MayCall;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import musette.stories.Stories;
import musette.stories.Topic;
import musette.stories.Topics;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
@MayCall(Who.ANYONE)
class TopicPages {
    private static final int STORIES = 50;

    private final Topics topics;
    private final Stories stories;
    private final Pictures pictures;
    private final Sidebar sidebar;
    private final SiteSettings site;
    private final Address address;
    private final Frame.Frames frames;
    private final Templates templates;
    private final Clock clock;

    TopicPages(
            Topics topics,
            Stories stories,
            Pictures pictures,
            Sidebar sidebar,
            SiteSettings site,
            Address address,
            Frame.Frames frames,
            Templates templates,
            Clock clock) {
        this.topics = topics;
        this.stories = stories;
        this.pictures = pictures;
        this.sidebar = sidebar;
        this.site = site;
        this.address = address;
        this.frames = frames;
        this.templates = templates;
        this.clock = clock;
    }

    /// An address that the topic had before leads to the one it has now.
    @GetMapping("/topics/{slug}")
    @SameForEverybody
    ResponseEntity<byte[]> topic(@PathVariable String slug) {
        var topic = topics.bySlug(slug).orElseThrow(TopicPages::none);
        return topic.slug().equals(slug)
                ? page(topic)
                : ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                        .cacheControl(CacheControl.noCache())
                        .location(URI.create(topic.address()))
                        .build();
    }

    private ResponseEntity<byte[]> page(Topic topic) {
        var latest = stories.latestOfTopic(topic, STORIES);
        var frame = frames.open(topic.name(), "Stories about " + topic.name());
        return templates.shared(
                "front/topic.jte",
                new TopicPage(
                        frame,
                        Preview.website(address.of(topic.address()), frame),
                        topic,
                        sidebar.sections(),
                        StoryList.of(
                                latest,
                                pictures.byNames(StoryList.pictures(latest)),
                                site.zone(),
                                clock.instant())));
    }

    static HttpProblem none() {
        return HttpProblem.notFound("There is no such topic.");
    }
}
