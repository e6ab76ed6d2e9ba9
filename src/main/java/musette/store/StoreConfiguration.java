package musette.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
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
        return EmbeddedDatabase.start(folder);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "musette.store.url", matchIfMissing = true, havingValue = "none")
    DataSource embeddedPool(EmbeddedDatabase database, StoreSettings settings) {
        return pool(database.address(), settings.connections());
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnProperty("musette.store.url")
    DataSource externalPool(StoreSettings settings) {
        var address = new PGSimpleDataSource();
        address.setUrl(settings.url());
        address.setUser(settings.user());
        address.setPassword(settings.password());
        return pool(address, settings.connections());
    }

    private static HikariDataSource pool(PGSimpleDataSource address, int connections) {
        address.setConnectTimeout(5);
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setDataSource(address);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(5_000);
        config.setInitializationFailTimeout(10_000);
        var pool = new HikariDataSource(config);
        Durability.require(pool);
        return pool;
    }
}
