package org.giaoban.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Connections as the superuser, only ever to the server of our own directory. */
final class ServerConnection {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final String WRONG_PASSWORD = "28P01";
    private static final int REFUSALS_TO_BELIEVE = 50;

    private ServerConnection() {}

    static Connection open(PostgresAccess access, String database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", PostgresAccess.SUPERUSER);
        properties.setProperty("password", access.superuserPassword());
        properties.setProperty("loginTimeout", "10");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("ApplicationName", "giaoban-launcher");
        return DriverManager.getConnection(access.url(database), properties);
    }

    /** True when a server answers there, knows our password and keeps our files. */
    static boolean isOurs(PostgresAccess access, PostgresHome home) {
        return ask(access, home) == Answer.OURS;
    }

    /** Waits for the child to accept us; false when it ended instead. */
    static boolean await(PostgresAccess access, PostgresHome home, ServerProcess process, Duration longest) {
        var refusals = 0;
        for (var left = longest.dividedBy(PAUSE); process.alive(); left--) {
            var answer = ask(access, home);
            if (answer == Answer.OURS && LeftoverServer.holds(process.pid(), home)) {
                return true;
            }
            // A stranger on the port may answer while our child is still finding out that the port is taken.
            refusals += answer == Answer.REFUSED ? 1 : 0;
            if (refusals > REFUSALS_TO_BELIEVE) {
                throw new DatabaseUnavailable("The database in " + home.cluster() + " does not accept the password in "
                        + home.accessFile() + ". Put the right file back from a backup.");
            }
            if (left <= 0) {
                throw new DatabaseUnavailable("The database does not answer after " + longest.toSeconds() + " seconds");
            }
            Pause.of(PAUSE);
        }
        return false;
    }

    private enum Answer {
        OURS,
        REFUSED,
        NOT_YET
    }

    private static Answer ask(PostgresAccess access, PostgresHome home) {
        try (var connection = open(access, PostgresAccess.SUPERUSER)) {
            return servesOur(home, connection) ? Answer.OURS : Answer.REFUSED;
        } catch (SQLException e) {
            return WRONG_PASSWORD.equals(e.getSQLState()) ? Answer.REFUSED : Answer.NOT_YET;
        }
    }

    private static boolean servesOur(PostgresHome home, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            rows.next();
            return Path.of(rows.getString(1)).toRealPath().equals(home.cluster().toRealPath());
        } catch (IOException e) {
            return false; // a directory we cannot even look at is not ours
        }
    }
}
