package org.giaoban.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Works with a connection of the owner's, opened for the occasion. */
@Component
class OwnerUpkeep implements Upkeep {

    private static final Pattern TABLE = Pattern.compile("[a-z_]+\\.[a-z_]+");

    private final DatabaseConfiguration.Server server;

    OwnerUpkeep(DatabaseConfiguration.Server server) {
        this.server = server;
    }

    @Override
    public void rewrite(String table) {
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("not a table: " + table);
        }
        try (var connection = DriverManager.getConnection(
                        server.url(), server.owner().user(), server.owner().password());
                var statement = connection.createStatement()) {
            statement.execute("vacuum (full, analyze) " + table);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("Cannot write the table " + table + " anew", e);
        }
    }
}
