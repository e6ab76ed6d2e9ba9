package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import musette.letters.Newsletter;
import musette.letters.Newsletters;
import musette.store.OldestPostgres;
import musette.stories.Queue;
import musette.wire.DemoFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The house works on a PostgreSQL of one's own, from the oldest on that the manual names.
class OldestPostgresTest {
    private static OldestPostgres postgres;
    private static Shop shop;

    @BeforeAll
    static void open() {
        postgres = OldestPostgres.start(Path.of("target", "oldest-postgres"));
        shop = Shop.openOn(postgres.address());
    }

    @AfterAll
    static void close() {
        shop.close();
        postgres.close();
    }

    @Test
    void it_is_the_one_that_the_manual_names() {
        assertThat(
                        shop.house()
                                .ask(JdbcClient.class)
                                .sql("SHOW server_version")
                                .query(String.class)
                                .single())
                .startsWith("15.");
    }

    @Test
    void a_result_becomes_a_story_that_readers_find_and_read() {
        var house = shop.house();
        var newsroom = new Newsroom(house);
        var editor = newsroom.signedIn("Nerea Díaz");
        newsroom.putIn(editor, DemoFiles.result());
        var flash = house.ask(Queue.class).waitingFlashes(1).getFirst();
        assertThat(flash.headline()).contains("Izagirre wins");

        editor.post(
                "/desk/stories/" + flash.id() + "/publication",
                "version",
                String.valueOf(flash.head()));
        newsroom.awaitQuiet();

        assertThat(house.get("/").body()).contains(flash.headline());
        assertThat(house.get("/search?q=IZAGIRRE+ion").body()).contains("Izagirre");
        assertThat(house.get("/races/gran-premio-miguel-indurain/2023").body())
                .contains("Izagirre", "+0:02");
        assertThat(editor.get("/desk/find?q=izagirre").body()).contains(flash.headline());
    }

    @Test
    void a_reader_joins_and_gets_the_letter() {
        var reader = shop.visit();
        Shop.pay(reader, Shop.join(reader, "izagirre@example.org"));
        assertThat(shop.charges("izagirre@example.org")).isEqualTo(1);
        assertThat(reader.get("/account").body()).contains("izagirre@example.org");

        shop.house()
                .ask(Newsletters.class)
                .offer(new Newsletter("feed-zone", "Feed Zone", "What they ate, Mondays."), 1);
        reader.post("/letters/sign-up", "email", "izagirre@example.org", "list", "feed-zone");
        assertThat(shop.mail("izagirre@example.org", "Please confirm"))
                .contains("/letters/confirm/");
    }
}
