package org.giaoban.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Closed while the database does not answer, so that nobody waits for what cannot come. Whoever meets a broken connection says so;
 * the database is then asked, beside the pool, until it answers again. Nothing is asked while all is well.
 */
@Component
public class DatabaseGate implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGate.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);
    private static final String SECONDS_TO_ANSWER = "2";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final DataSource pool;
    private final AtomicBoolean watching = new AtomicBoolean();
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile Answer last = new Answer(false, System.nanoTime() - GOOD_FOR.toNanos());

    DatabaseGate(DataSource pool) {
        this.pool = pool;
    }

    /** What the database said to the last question, and when. */
    private record Answer(boolean good, long at) {}

    /** Whether the database is known not to answer. */
    public boolean closed() {
        return closed;
    }

    /** Whether it answers now, or did a second ago. */
    public boolean answers() {
        if (closed) {
            return false;
        }
        var known = last;
        if (System.nanoTime() - known.at() < GOOD_FOR.toNanos()) {
            return known.good();
        }
        return asked();
    }

    /** Somebody met a broken connection, or waited for one in vain. */
    public void suspect() {
        if (!ended && watching.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("database-gate").start(this::watch);
        }
    }

    private void watch() {
        try {
            if (asked()) {
                return;
            }
            var since = System.nanoTime();
            closed = true;
            LOG.warn("The database does not answer; requests are turned away until it does");
            while (!ended && !(asked() && served())) {
                Pause.of(BETWEEN_QUESTIONS);
            }
            closed = false;
            LOG.warn("The database answers again after {} s", Math.round((System.nanoTime() - since) / 1e9));
        } finally {
            closed = false;
            watching.set(false);
        }
    }

    private boolean asked() {
        var good = reachable();
        last = new Answer(good, System.nanoTime());
        return good;
    }

    /** By a connection of its own: those of the pool may all be waiting for an answer that does not come. */
    private boolean reachable() {
        var properties = new Properties();
        properties.setProperty("loginTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("connectTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("socketTimeout", SECONDS_TO_ANSWER);
        properties.setProperty("ApplicationName", "giaoban-gate");
        try (var connection = open(properties);
                var statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException e) {
            return TOO_MANY_CONNECTIONS.equals(e.getSQLState());
        }
    }

    private Connection open(Properties properties) throws SQLException {
        var known = pool.unwrap(HikariDataSource.class);
        properties.setProperty("user", known.getUsername());
        properties.setProperty("password", known.getPassword());
        return DriverManager.getConnection(known.getJdbcUrl(), properties);
    }

    /** Opened only when the pool has found the database as well. */
    private boolean served() {
        try (var connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void destroy() {
        ended = true;
    }
}
