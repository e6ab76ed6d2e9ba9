package musette.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(TestDatabase.class)
class PostmanTest {
    private static final Instant FINISH = Instant.parse("2023-04-01T15:12:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Posts posts;
    private final TransactionTemplate transaction;

    PostmanTest(JdbcClient sql, TransactionTemplate transaction) {
        this.posts = Posts.at(sql, FINISH);
        this.transaction = transaction;
    }

    @Test
    void a_mail_leaves_after_the_commit_and_not_before() {
        try (var server = TestMailServer.open()) {
            var postman = new Postman(posts.outbox(), posts.to(server));
            postman.start();
            transaction.executeWithoutResult(status -> {
                posts.send("ion@izagirre.example", "Committed");
                posts.outbox().ring();
                assertThat(server.taken()).isEmpty();
            });
            await().atMost(PATIENCE).until(() -> server.taken().size() == 1);
            postman.stop();
        }
    }

    @Test
    void a_stop_in_the_middle_loses_nothing_and_sends_nothing_twice() throws Exception {
        var half = new CountDownLatch(30);
        try (var server = TestMailServer.open()) {
            server.mood(address -> half.countDown());
            var first = new Postman(posts.outbox(), posts.to(server));
            first.start();
            transaction.executeWithoutResult(status ->
                    IntStream.range(0, 80)
                            .forEach(i -> posts.send("ion@izagirre.example", "Mail " + i)));
            half.await();
            first.stop();
            var before = server.taken().size();

            var second = new Postman(posts.outbox(), posts.to(server));
            second.start();
            await().atMost(PATIENCE).until(() -> posts.outbox().waiting() == 0);
            second.stop();

            assertThat(before).isLessThan(80);
            assertThat(server.messageIds()).hasSizeGreaterThanOrEqualTo(80).doesNotHaveDuplicates();
        }
    }
}
