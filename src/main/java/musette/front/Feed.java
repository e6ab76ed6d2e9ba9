package musette.front;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import musette.pages.SameForEverybody;
import musette.site.Address;
import musette.site.MayCall;
import musette.site.PlainInput;
import musette.site.SiteSettings;
import musette.site.Templates;
import musette.site.Who;
import musette.staff.Staff;
import musette.stories.Stories;
import musette.stories.Teaser;
import musette.stories.Topics;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The latest stories for feed readers (Atom, RFC 4287): headlines and standfirsts, not the text.
@Controller
@MayCall(Who.ANYONE)
class Feed {
    private static final int STORIES = 30;
    private static final MediaType ATOM =
            new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

    private final Stories stories;
    private final Topics topics;
    private final Staff staff;
    private final SiteSettings site;
    private final Address address;

    Feed(Stories stories, Topics topics, Staff staff, SiteSettings site, Address address) {
        this.stories = stories;
        this.topics = topics;
        this.staff = staff;
        this.site = site;
        this.address = address;
    }

    @GetMapping("/feed.xml")
    @SameForEverybody
    ResponseEntity<byte[]> feed() throws XMLStreamException {
        return answer(site.name(), "/", "/feed.xml", stories.latest(STORIES));
    }

    /// The latest on one topic.
    @GetMapping("/topics/{slug}/feed.xml")
    @SameForEverybody
    ResponseEntity<byte[]> feed(@PathVariable String slug) throws XMLStreamException {
        var topic = topics.bySlug(slug).orElseThrow(TopicPages::none);
        return answer(
                site.name() + ": " + topic.name(),
                topic.address(),
                topic.address() + "/feed.xml",
                stories.latestOfTopic(topic, STORIES));
    }

    private ResponseEntity<byte[]> answer(
            String title, String page, String feed, List<Teaser> latest) throws XMLStreamException {
        var body = atom(title, page, feed, latest);
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .eTag(Templates.tag(body))
                .body(body);
    }

    private byte[] atom(String title, String page, String feed, List<Teaser> latest)
            throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(xml, "title", title);
        element(xml, "id", address.of(page));
        link(xml, "alternate", address.of(page));
        link(xml, "self", address.of(feed));
        element(xml, "updated", newest(latest).toString());
        var names = staff.names();
        for (var story : latest) {
            entry(xml, story, names);
        }
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }

    private static Instant newest(List<Teaser> latest) {
        return latest.stream().map(Teaser::updatedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void entry(XMLStreamWriter xml, Teaser story, Map<Long, String> names)
            throws XMLStreamException {
        var here = address.of("/" + story.slug());
        xml.writeStartElement("entry");
        element(xml, "title", story.headline());
        element(xml, "id", address.of("/#story-" + story.id()));
        link(xml, "alternate", here);
        element(xml, "published", story.publishedAt().toString());
        element(xml, "updated", story.updatedAt().toString());
        element(xml, "summary", story.standfirst());
        for (var author : story.byline()) {
            xml.writeStartElement("author");
            element(xml, "name", names.getOrDefault(author, site.name()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String words)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(PlainInput.plain(words));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", href);
    }
}
