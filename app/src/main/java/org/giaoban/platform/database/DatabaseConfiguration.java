package org.giaoban.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.giaoban.platform.FixedStatements;
import org.giaoban.platform.RowContext;
import org.giaoban.platform.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/** Finds or starts the database, brings it up to date, and opens the application's connections to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class DatabaseConfiguration {

    /** Where the database is and who owns it. */
    record Server(
            String url,
            String user,
            String password,
            @Nullable AutoCloseable process) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            if (process != null) {
                process.close();
            }
        }
    }

    @Bean
    Server databaseServer(Settings settings, Environment environment, ObjectProvider<EarlyDatabase.Starting> early) {
        var starting = early.getIfAvailable();
        if (starting != null) {
            return starting.await();
        }
        // A command runs beside the server on the server's database; the server must not live on a command's.
        var tool = environment.getProperty("giaoban.tool", Boolean.class, false);
        return ready(settings, tool ? LaunchSettings.Sharing.ATTACH : LaunchSettings.Sharing.OWN);
    }

    /** A database that runs and has been migrated by its owner. */
    static Server ready(Settings settings, LaunchSettings.Sharing sharing) {
        var server = start(settings, sharing);
        Flyway.configure()
                .dataSource(server.url(), server.user(), server.password())
                .locations("classpath:db/migration")
                .schemas("platform")
                .load()
                .migrate();
        return server;
    }

    private static Server start(Settings settings, LaunchSettings.Sharing sharing) {
        var outside = settings.database();
        if (outside != null && outside.url() != null) {
            return new Server(
                    outside.url(),
                    Objects.requireNonNullElse(outside.user(), "postgres"),
                    Objects.requireNonNullElse(outside.password(), ""),
                    null);
        }
        var embedded = EmbeddedPostgres.start(
                settings.data(), LaunchSettings.standard().withSharing(sharing));
        return new Server(embedded.jdbcUrl(), embedded.user(), embedded.password(), embedded);
    }

    /** A pool whose connections are the application's role: rows yes, tables no. */
    @Bean
    DataSource dataSource(Server server, Environment environment) {
        var config = new HikariConfig();
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(environment.getProperty("giaoban.pool", Integer.class, 20));
        config.setConnectionInitSql("set role giaoban_app");
        config.addDataSourceProperty("ApplicationName", "giaoban");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.setInitializationFailTimeout(30_000);
        return new HikariDataSource(config);
    }

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource dataSource, ObjectProvider<RowContext> context, ObjectProvider<FixedStatements> statements) {
        return new RowSecurityTransactions(dataSource, context, statements);
    }
}
