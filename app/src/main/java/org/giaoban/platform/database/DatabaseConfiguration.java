package org.giaoban.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.giaoban.platform.FixedStatements;
import org.giaoban.platform.RowContext;
import org.giaoban.platform.Settings;
import org.giaoban.platform.database.ServerAccess.Login;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

/** Finds or starts the database, brings it up to date, and opens the application's connections to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class DatabaseConfiguration {

    /** Where the database is and who owns it. */
    record Server(
            String url, Login owner, Login portal, @Nullable AutoCloseable process) implements AutoCloseable {

        @Override
        public void close() throws Exception {
            if (process != null) {
                process.close();
            }
        }
    }

    /** How copies of everything are made. */
    @Bean
    ServerAccess serverAccess(Server server) {
        if (server.process() instanceof EmbeddedPostgres embedded) {
            var superuser = new Login(embedded.superuser(), embedded.superuserPassword());
            return new ServerAccess("127.0.0.1", embedded.port(), PostgresAccess.DATABASE, superuser, false);
        }
        var parts = Objects.requireNonNullElseGet(Driver.parseURL(server.url(), null), Properties::new);
        return new ServerAccess(
                parts.getProperty("PGHOST", "localhost"),
                Integer.parseInt(parts.getProperty("PGPORT", "5432")),
                parts.getProperty("PGDBNAME", PostgresAccess.DATABASE),
                server.owner(),
                !parts.getProperty("sslmode", "disable").equals("disable"));
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
                .dataSource(server.url(), server.owner().user(), server.owner().password())
                .locations("classpath:db/migration")
                .schemas("platform")
                .load()
                .migrate();
        PortalRole.ensure(server);
        return server;
    }

    private static Server start(Settings settings, LaunchSettings.Sharing sharing) {
        var outside = settings.database();
        if (outside != null && outside.url() != null) {
            var owner = new Login(
                    Objects.requireNonNullElse(outside.user(), "postgres"),
                    Objects.requireNonNullElse(outside.password(), ""));
            return new Server(outside.url(), owner, PortalRole.login(owner, outside), null);
        }
        var launch = LaunchSettings.standard().withSharing(sharing);
        var embedded =
                EmbeddedPostgres.start(settings.data(), outside == null ? launch : launch.withMemory(outside.memory()));
        var owner = new Login(embedded.user(), embedded.password());
        return new Server(embedded.jdbcUrl(), owner, PortalRole.login(owner, null), embedded);
    }

    /** Whoever is signed in, and the system: the application's role, which has rows and no tables. */
    @Bean
    DataSource officePool(Server server, Environment environment) {
        var config = pool(server.url(), server.owner(), "giaoban_app", environment);
        config.setMaximumPoolSize(environment.getProperty("giaoban.pool", Integer.class, 20));
        return new HikariDataSource(config);
    }

    /** Visitors: few connections of a role that knows the public tables only. */
    @Bean
    DataSource portalPool(Server server, Environment environment) {
        var config = pool(server.url(), server.portal(), PortalRole.NAME, environment);
        config.setMaximumPoolSize(environment.getProperty("giaoban.portal-pool", Integer.class, 8));
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier("officePool") DataSource officePool, @Qualifier("portalPool") DataSource portalPool) {
        return new TwoRoles(officePool, portalPool);
    }

    private static HikariConfig pool(String url, Login login, String role, Environment environment) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setPoolName(role);
        config.setConnectionInitSql("set role " + role);
        config.addDataSourceProperty("ApplicationName", role.equals(PortalRole.NAME) ? "giaoban-portal" : "giaoban");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("loginTimeout", "5");
        // Rows' contents may be personal data: they stay out of messages, and so out of logs and pages.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        if (!environment.getProperty("giaoban.tool", Boolean.class, false)) {
            TimeLimits.of(environment).apply(config);
        }
        config.setInitializationFailTimeout(30_000);
        return config;
    }

    @Bean
    PlatformTransactionManager transactionManager(
            DataSource dataSource, ObjectProvider<RowContext> context, ObjectProvider<FixedStatements> statements) {
        return new RowSecurityTransactions(dataSource, context, statements);
    }
}
