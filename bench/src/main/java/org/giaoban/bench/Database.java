package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The embedded database of a data directory, as its superuser. */
final class Database {

    private Database() {}

    static Connection open(Path data) throws IOException, SQLException {
        var access = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("postgres/access.properties"))) {
            access.load(in);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + access.getProperty("port") + "/giaoban",
                "postgres",
                access.getProperty("superuser.password"));
    }

    /** Lets administrators in by password alone: what is measured begins behind the door. Known from the next start on. */
    static void passwordsAlone(Path data) throws IOException, SQLException {
        try (var connection = open(data);
                var statement = connection.createStatement()) {
            statement.executeUpdate("update factors.rule set until_on = from_on + 1 where capability is not null");
        }
    }

    static Path log(Path data) {
        return data.resolve("postgres/postgres.log");
    }
}
