package musette.front;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import musette.pages.JsonLd;

/// A story as search engines read it: schema.org's NewsArticle, as JSON that may stand inside a
/// script element.
///
/// A metered story says so with `isAccessibleForFree` and names the element that holds the metered
/// part, as Google's guide to paywalled content asks.
///
/// @param about the race or stage that it is about, as `SportsEvent` has it; empty for none
/// @param images full addresses of its first picture, in several shapes
/// @param modified the last update, or the publication when there was none
record NewsArticle(
        String address,
        String site,
        String headline,
        String description,
        String published,
        String modified,
        List<Person> authors,
        List<String> topics,
        Map<String, Object> about,
        List<String> images) {
    NewsArticle {
        authors = List.copyOf(authors);
        topics = List.copyOf(topics);
        about = Map.copyOf(about);
        images = List.copyOf(images);
    }

    /// @param address of the author's page
    record Person(String name, String address) {
        private Map<String, Object> facts() {
            return Map.of("@type", "Person", "name", name, "url", address);
        }
    }

    String metered() {
        var facts = facts();
        facts.put("isAccessibleForFree", false);
        facts.put(
                "hasPart",
                Map.of(
                        "@type",
                        "WebPageElement",
                        "isAccessibleForFree",
                        false,
                        "cssSelector",
                        ".metered"));
        return JsonLd.of(facts);
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("@type", "NewsArticle");
        facts.put("headline", headline);
        facts.put("description", description);
        if (!images.isEmpty()) {
            facts.put("image", images);
        }
        facts.put("datePublished", published);
        facts.put("dateModified", modified);
        facts.put("mainEntityOfPage", address);
        facts.put("author", authors.stream().map(Person::facts).toList());
        if (!topics.isEmpty()) {
            facts.put("keywords", topics);
        }
        if (!about.isEmpty()) {
            facts.put("about", about);
        }
        facts.put("publisher", Map.of("@type", "NewsMediaOrganization", "name", site));
        return facts;
    }
}
