package org.giaoban.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.platform.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of this test run: an own embedded one, or the outside server named by
 * {@code GIAOBAN_TEST_DATABASE_URL} (with {@code _USER} and {@code _PASSWORD}), whose user may create databases.
 */
public final class TestServer {

    private static final TestServer INSTANCE = start();

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedPostgres own;

    private TestServer(String url, String user, String password, @Nullable EmbeddedPostgres own) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.own = own;
    }

    /** The server itself where it is ours: its files and its superuser. */
    public Optional<EmbeddedPostgres> own() {
        return Optional.ofNullable(own);
    }

    public static TestServer get() {
        return INSTANCE;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** JDBC address of one of the server's databases. */
    public String url(String database) {
        var query = url.contains("?") ? url.substring(url.indexOf('?')) : "";
        var base = url.substring(0, url.length() - query.length());
        return base.substring(0, base.lastIndexOf('/') + 1) + database + query;
    }

    /** A connection as the owner of everything. */
    public Connection owner(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user, password);
    }

    void execute(String sql) {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static TestServer start() {
        var outside = System.getenv("GIAOBAN_TEST_DATABASE_URL");
        if (outside != null) {
            return new TestServer(
                    outside,
                    Objects.requireNonNullElse(System.getenv("GIAOBAN_TEST_DATABASE_USER"), "postgres"),
                    Objects.requireNonNullElse(System.getenv("GIAOBAN_TEST_DATABASE_PASSWORD"), ""),
                    null);
        }
        var server = EmbeddedPostgres.startForTests(folder());
        return new TestServer(server.jdbcUrl(), server.user(), server.password(), server);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("giaoban-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
