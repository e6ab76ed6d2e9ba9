package musette.front;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import musette.pages.Moment;
import musette.pages.Preview;
import musette.pages.ResultTable;
import musette.pages.ResultTable.Row;
import musette.pages.ResultTable.Tone;
import musette.pages.StoryLink;
import musette.pages.StoryList;
import musette.pages.StoryState;
import musette.site.Frame;
import musette.site.Who;
import musette.stories.Teaser;
import musette.stories.Topic;
import musette.text.Document;
import musette.text.FactLink;

/// The seed race's story and its neighbours, as pages would show them.
final class Samples {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final String STANDFIRST = "Sergio Higuita finishes second after a solo chase";

    static final Access COUNTED = new Access.Counted(2, 5, 30);
    static final Access WALLED =
            new Access.Walled(
                    new Gate(
                            5,
                            "Thank you for reading 5 stories in the past 30 days.",
                            "Join now and read everything",
                            "£1 for your first month",
                            "Five stories are free in every 30 days, counted from the first one you"
                                    + " read. £1 for the first month, then £4.99 a month, or £49 a"
                                    + " year. Nothing renews by itself: reading ends with the time"
                                    + " you paid for, and you decide whether to join again.",
                            "Prices in British pounds.",
                            "/subscribe?market=GB&return=/izagirre-wins",
                            "/sign-in?return=/izagirre-wins"));

    private Samples() {}

    static StoryPage story(Access access) {
        return story("Ion Izagirre wins for second time in career", "Ion Izagirre", access);
    }

    static StoryPage story(String headline, String winner, Access access) {
        var frame = new Frame("Musette", headline, STANDFIRST, Who.ANYONE, "");
        var walled = access instanceof Access.Walled;
        var published = Moment.full(FINISH, MADRID);
        return new StoryPage(
                frame,
                preview(headline, published),
                StoryState.BREAKING,
                new StoryPage.Kicker(
                        "Gran Premio Miguel Indurain", "/races/gran-premio-miguel-indurain"),
                headline,
                STANDFIRST,
                List.of(byline()),
                List.of(
                        new Topic("one-day-races", "One-day races"),
                        new Topic("navarre", "Navarre")),
                published,
                Moment.after(FINISH, FINISH.plusSeconds(1_140), MADRID),
                false,
                List.of(),
                passages(body().subList(0, 1)),
                walled ? List.of() : passages(body().subList(1, 4)),
                result(winner),
                access,
                letters(),
                popular(),
                latest());
    }

    private static Preview preview(String headline, Moment published) {
        var news =
                new NewsArticle(
                        "https://news.example.org/izagirre-wins",
                        "Musette",
                        headline,
                        STANDFIRST,
                        published.iso(),
                        published.iso(),
                        List.of(
                                new NewsArticle.Person(
                                        "Inés Larrañaga",
                                        "https://news.example.org/authors/ines-larranaga")),
                        List.of("One-day races"),
                        Map.of(),
                        List.of());
        return new Preview(
                "https://news.example.org/izagirre-wins",
                "article",
                "Musette",
                headline,
                STANDFIRST,
                published.iso(),
                published.iso(),
                news.metered(),
                null);
    }

    private static StoryPage.Author byline() {
        return new StoryPage.Author(
                "",
                "Inés Larrañaga",
                "/authors/ines-larranaga",
                "Inés Larrañaga has followed Basque and Navarrese races from the back of a"
                        + " motorbike since 2011. She writes about climbers, rain and small"
                        + " roads.",
                null);
    }

    private static List<Document.Block> body() {
        return List.of(
                paragraph(
                        "Ion Izagirre (Cofidis) left Sergio Higuita (Bora-Hansgrohe) behind on the"
                                + " last climb to win the 2023 Gran Premio Miguel Indurain."),
                paragraph(
                        "Izagirre comes from Ormaiztegi, an hour’s drive from the finish in"
                                + " Estella. He also won the race in 2016."),
                new Document.Paragraph(
                        List.of(
                                new Document.Inline.Text("Higuita crossed the line "),
                                new Document.Inline.Fact(
                                        "two seconds",
                                        new FactLink("gap", "result/1/rider/2/gap", "200")),
                                new Document.Inline.Text(
                                        " after Izagirre, with Mattias Skjelmose (Trek-Segafredo)"
                                                + " third at 13 seconds and Andreas Kron (Lotto"
                                                + " Dstny) fourth at 20 seconds."))),
                paragraph("Roger Adrià led home the group in Kron’s time."));
    }

    private static Document.Block paragraph(String words) {
        return new Document.Paragraph(List.of(new Document.Inline.Text(words)));
    }

    static ResultTable result(String winner) {
        return new ResultTable(
                "Result · 2023 Gran Premio Miguel Indurain",
                new ResultTable.Columns("Pos", false, "Time"),
                List.of(
                        new Row("1", name(winner), name("Cofidis"), "5:09:05", Tone.WON, null),
                        new Row(
                                "2",
                                name("Sergio Higuita"),
                                name("Bora-Hansgrohe"),
                                "+0:02",
                                Tone.BEHIND,
                                null),
                        new Row(
                                "3",
                                name("Mattias Skjelmose"),
                                name("Trek-Segafredo"),
                                "+0:13",
                                Tone.BEHIND,
                                null),
                        new Row(
                                "4",
                                name("Andreas Kron"),
                                name("Lotto Dstny"),
                                "+0:20",
                                Tone.BEHIND,
                                null),
                        new Row(
                                "5",
                                name("Roger Adrià"),
                                name("Equipo Kern Pharma"),
                                "same time",
                                Tone.SAME_TIME,
                                null)),
                "The whole result",
                "/races/gran-premio-miguel-indurain/2023",
                new ResultTable.Credit("FirstCycling", "https://firstcycling.com/"));
    }

    private static ResultTable.Name name(String words) {
        return new ResultTable.Name(words, "");
    }

    static List<LetterChoice> letters() {
        return List.of(
                new LetterChoice(
                        "evening", "The evening letter", "Every race of the day, at eight.", true),
                new LetterChoice(
                        "weekend", "The weekend letter", "One long read, on Saturdays.", false));
    }

    static List<StoryLink> popular() {
        return List.of(
                link("What Flanders favourites said on the eve of the race"),
                link("‘I’m not beaten before the start’"),
                link("Evenepoel will ride the Tour of Flanders one day, just not this year"));
    }

    static List<StoryLink> latest() {
        return List.of(
                link("Ion Izagirre wins for second time in career"),
                link("Pogačar and Roglič to meet again in the Basque Country"));
    }

    private static StoryLink link(String headline) {
        return new StoryLink("/a-story", headline, Moment.brief(FINISH, MADRID, FINISH));
    }

    static HomePage home() {
        var frame = new Frame("Musette", "Cycling news and results", "", Who.ANYONE, "");
        return new HomePage(
                frame,
                Preview.website("https://news.example.org/", frame),
                StoryList.entry(
                        live(
                                0,
                                "Gran Premio Miguel Indurain",
                                "Ion Izagirre wins for second time in career"),
                        Moment.full(FINISH, MADRID),
                        FINISH,
                        null),
                List.of(new Topic("women", "Women"), new Topic("track", "Track")),
                List.of(
                        podium("Gran Premio Miguel Indurain 2023"),
                        podium("Gran Premio Miguel Indurain 2022")),
                days(),
                popular(),
                letters());
    }

    private static HomePage.Podium podium(String race) {
        return new HomePage.Podium(
                race,
                "/races/gran-premio-miguel-indurain",
                result("Ion Izagirre").rows().subList(0, 3));
    }

    static List<StoryList.Day> days() {
        return StoryList.of(
                List.of(
                        live(1, "Gran Premio Miguel Indurain", "How Izagirre read the last climb"),
                        live(2, "Tour of Flanders", "What the favourites said on the eve"),
                        live(22, "Basque Country", "Pogačar and Roglič to meet again")),
                Map.of(),
                MADRID,
                FINISH);
    }

    private static Teaser live(int hoursAgo, String kicker, String headline) {
        var published = FINISH.minusSeconds(3_600L * hoursAgo);
        return new Teaser(
                1,
                "a-story",
                kicker,
                headline,
                "One sentence that says what the story adds to what you know.",
                List.of(1L),
                OptionalLong.empty(),
                hoursAgo == 0,
                published,
                published,
                Optional.empty());
    }

    static AuthorPage author() {
        var frame = new Frame("Musette", "Inés Larrañaga", "", Who.ANYONE, "");
        return new AuthorPage(
                frame,
                Preview.website("https://news.example.org/authors/ines-larranaga", frame),
                "Inés Larrañaga",
                "Follows Basque and Navarrese races from the back of a motorbike since 2011.",
                null,
                days());
    }

    private static List<Passage> passages(List<Document.Block> blocks) {
        return new ReaderText(Optional.empty(), Map.of(), Map.of(), at -> Moment.full(at, MADRID))
                .of(new Document(blocks));
    }
}
