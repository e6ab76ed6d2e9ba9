package musette.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/// Chooses between the database in the box and one of the operator's own, and starts the rooms'
/// recurring tasks (`@Scheduled`).
@EnableConfigurationProperties(StoreSettings.class)
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StoreConfiguration {
    private static final Logger log = LoggerFactory.getLogger(StoreConfiguration.class);
    private static final int SECONDS_TO_CONNECT = 2;
    private static final int SECONDS_TO_LOG_IN = 3;
    private static final int MILLIS_BEFORE_ASKING_AGAIN = 250;
    private static final int CONNECTIONS_FOR_A_LISTENER = 3;
    private static final int SECONDS_TO_FINISH = 5;

    @Bean
    DataFolder dataFolder(StoreSettings settings) {
        return DataFolder.at(settings.data());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /// Decided here and not by a condition on the settings: those are asked when the program is
    /// built (decision 25).
    @Bean(destroyMethod = "close")
    DatabaseAddress databaseAddress(DataFolder folder, StoreSettings settings) {
        if (settings.url() == null) {
            return DatabaseAddress.of(EmbeddedDatabase.start(folder));
        }
        var address = new PGSimpleDataSource();
        address.setUrl(settings.url());
        address.setUser(settings.user());
        address.setPassword(settings.password());
        return new DatabaseAddress(address, null);
    }

    /// What is heard after a commit is done by a few at a time: one answer about a rider is news
    /// for every race that either name has won, and readers need connections, too. What waits here
    /// when the program ends stands in the database and goes on at the next start.
    @Bean({"applicationTaskExecutor", "taskExecutor"})
    ThreadPoolTaskExecutor listeners(StoreSettings settings) {
        var executor = new ThreadPoolTaskExecutor();
        var several = Math.max(1, settings.connections() / CONNECTIONS_FOR_A_LISTENER);
        executor.setCorePoolSize(several);
        executor.setMaxPoolSize(several);
        executor.setThreadNamePrefix("listener-");
        executor.setVirtualThreads(true);
        executor.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        return executor;
    }

    /// While the database is away every recurring task fails, and one line from the watch says why.
    @Bean
    SimpleAsyncTaskSchedulerCustomizer tasks(DatabaseWatch watch) {
        return scheduler ->
                scheduler.setErrorHandler(problem -> {
                    if (watch.isAway()) {
                        log.debug("A task waits for the database.", problem);
                    } else {
                        log.error("A recurring task failed; it runs again in its turn.", problem);
                    }
                });
    }

    @Bean(destroyMethod = "close")
    DatabaseWatch databaseWatch(DatabaseAddress address) {
        address.server().setConnectTimeout(SECONDS_TO_CONNECT);
        address.server().setLoginTimeout(SECONDS_TO_LOG_IN);
        return new DatabaseWatch(address.server());
    }

    @Bean(destroyMethod = "close")
    DataSource pool(DatabaseAddress address, DatabaseWatch watch, StoreSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setDataSource(new PatientSource(address.server(), watch));
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(MILLIS_BEFORE_ASKING_AGAIN);
        config.setInitializationFailTimeout(10_000);
        try {
            var pool = new PromptPool(new HikariDataSource(config), watch);
            Durability.require(pool);
            return pool;
        } catch (PoolInitializationException e) {
            throw new CannotStart(
                    "The database can't be reached: %s. musette.store.url, .user and .password say where it is."
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
