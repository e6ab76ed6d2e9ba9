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
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The latest stories for feed readers (Atom, RFC 4287): headlines and standfirsts, not the text.
@Controller
@MayCall(Who.ANYONE)
class Feed {
    private static final int STORIES = 30;
    private static final MediaType ATOM =
            new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8);

    private final Stories stories;
    private final Staff staff;
    private final SiteSettings site;
    private final Address address;

    Feed(Stories stories, Staff staff, SiteSettings site, Address address) {
        this.stories = stories;
        this.staff = staff;
        this.site = site;
        this.address = address;
    }

    @GetMapping("/feed.xml")
    @SameForEverybody
    ResponseEntity<byte[]> feed() throws XMLStreamException {
        var body = atom(stories.latest(STORIES));
        return ResponseEntity.ok()
                .contentType(ATOM)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .eTag(Templates.tag(body))
                .body(body);
    }

    private byte[] atom(List<Teaser> latest) throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(xml, "title", site.name());
        element(xml, "id", address.of("/"));
        link(xml, "alternate", address.of("/"));
        link(xml, "self", address.of("/feed.xml"));
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
