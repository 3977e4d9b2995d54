package org.giaoban.platform.database;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * How long the server's own work may take in the database. Commands have no such limits: nobody waits for them.
 *
 * @param statement one statement
 * @param lock waiting for somebody else's lock
 * @param idle doing nothing within a transaction
 * @param connection waiting for a connection of the pool
 */
record TimeLimits(Duration statement, Duration lock, Duration idle, Duration connection) {

    /** The line is given up only after the database itself should have given up the statement. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    static TimeLimits of(Environment environment) {
        return new TimeLimits(
                environment.getProperty("giaoban.limits.statement", Duration.class, Duration.ofSeconds(30)),
                environment.getProperty("giaoban.limits.lock", Duration.class, Duration.ofSeconds(15)),
                environment.getProperty("giaoban.limits.idle", Duration.class, Duration.ofMinutes(2)),
                environment.getProperty("giaoban.limits.connection", Duration.class, Duration.ofSeconds(5)));
    }

    void apply(HikariConfig config) {
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout=%d -c lock_timeout=%d -c idle_in_transaction_session_timeout=%d"
                        .formatted(statement.toMillis(), lock.toMillis(), idle.toMillis()));
        config.addDataSourceProperty(
                "socketTimeout", String.valueOf(statement.plus(GRACE).toSeconds()));
        config.setConnectionTimeout(connection.toMillis());
        config.setValidationTimeout(Math.min(2000, connection.toMillis()));
    }
}
