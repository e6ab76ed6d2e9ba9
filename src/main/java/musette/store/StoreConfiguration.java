package musette.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Chooses between the database in the box and one of the operator's own, and starts the rooms'
/// recurring chores (`@Scheduled`).
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class StoreConfiguration {

    @Bean
    DataFolder dataFolder(StoreSettings settings) {
        return DataFolder.at(settings.data());
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "musette.store.url", matchIfMissing = true, havingValue = "none")
    EmbeddedDatabase embeddedDatabase(DataFolder folder) {
        return EmbeddedDatabase.start(folder, password(folder));
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "musette.store.url", matchIfMissing = true, havingValue = "none")
    DataSource embeddedPool(EmbeddedDatabase database, StoreSettings settings) {
        return pool(database.url(), "postgres", database.password(), settings.connections());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("musette.store.url")
    DataSource externalPool(StoreSettings settings) {
        return pool(settings.url(), settings.user(), settings.password(), settings.connections());
    }

    private static String password(DataFolder folder) {
        return HexFormat.of().formatHex(folder.secret("database"));
    }

    private static HikariDataSource pool(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            int connections) {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(10_000);
        return new HikariDataSource(config);
    }
}
