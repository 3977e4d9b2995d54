package org.giaoban.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Works with a connection of the owner's, opened for the occasion. */
@Component
class OwnerUpkeep implements Upkeep {

    private final DatabaseConfiguration.Server server;

    OwnerUpkeep(DatabaseConfiguration.Server server) {
        this.server = server;
    }

    @Override
    public void rewrite(String table) {
        try (var connection = DriverManager.getConnection(
                server.url(), server.owner().user(), server.owner().password())) {
            TableFile.rewrite(connection, table);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("Cannot write the table " + table + " anew", e);
        }
    }
}
