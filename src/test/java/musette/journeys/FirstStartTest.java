package musette.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import musette.racing.ResultChanged;
import musette.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A newcomer who ends the program while its first start is still under way.
class FirstStartTest {
    private static final String STORIES =
            """
            SELECT count(*)
            FROM story
            """;

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    @Test
    void who_ends_it_while_the_demonstration_moves_in_gets_the_whole_of_it() throws Exception {
        var database = TestDatabase.fresh();
        try (var house =
                House.open(
                        Instant.parse("2023-04-01T15:00:00Z"),
                        database,
                        this::endWithTheFirstResult,
                        "musette.ops.demo=true")) {
            assertThat(house).isNotNull();
            ended.get(20, TimeUnit.SECONDS);
        }
        assertThat(JdbcClient.create(database).sql(STORIES).query(Integer.class).single())
                .isGreaterThan(10);
    }

    private void endWithTheFirstResult(GenericApplicationContext context) {
        context.addApplicationListener(
                ApplicationListener.forPayload((ResultChanged changed) -> {
                    ended.completeAsync(
                            () -> {
                                context.close();
                                return null;
                            },
                            Thread::startVirtualThread);
                    await().until(context::isClosed);
                }));
    }
}
