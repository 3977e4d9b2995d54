package org.giaoban.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.giaoban.platform.Refused;
import org.giaoban.platform.database.EmbeddedPostgres;
import org.postgresql.PGConnection;

/**
 * Fills a new, empty database with copied rows: first the tables as they were defined when the copy was made, then the rows,
 * then every table's sum is compared. All of it in one transaction, with rules and references resting: the rows obeyed them.
 */
final class RowsIn {

    private static final String REST = "set session_replication_role = replica";

    private final Connection connection;
    private final DataInputStream in;

    private RowsIn(Connection connection, DataInputStream in) {
        this.connection = connection;
        this.in = in;
    }

    /** Gives how many tables were filled. */
    static int read(EmbeddedPostgres server, DataInputStream in) {
        try {
            if (!in.readUTF().equals(RowsOut.BEGINNING)) {
                throw new Refused("backup.copy-in.foreign");
            }
            migrate(server, in.readUTF());
            try (var connection =
                    DriverManager.getConnection(server.jdbcUrl(), server.superuser(), server.superuserPassword())) {
                return new RowsIn(connection, in).read();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The rows do not fit the tables: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this program has beyond that comes with its first start. */
    private static void migrate(EmbeddedPostgres server, String version) {
        Flyway.configure()
                .dataSource(server.jdbcUrl(), server.user(), server.password())
                .locations("classpath:db/migration")
                .schemas("platform")
                .target(version)
                .load()
                .migrate();
    }

    private int read() throws SQLException, IOException {
        connection.setAutoCommit(false);
        execute(RowsOut.SAME_TEXT);
        execute(REST);
        var known = RowTable.all(connection);
        execute("truncate " + known.stream().map(RowTable::name).collect(Collectors.joining(", ")));
        var filled = 0;
        for (var name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
            var table = new RowTable(name, in.readUTF());
            if (!known.contains(table)) {
                throw new IOException("There is no table " + table + " here");
            }
            fill(table);
            filled++;
        }
        readCounters();
        connection.commit();
        if (filled != known.size()) {
            throw new IOException("%d tables were copied, there are %d".formatted(filled, known.size()));
        }
        connection.setAutoCommit(true);
        execute("analyze");
        return filled;
    }

    private void fill(RowTable table) throws SQLException, IOException {
        var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.in());
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            rows.writeToCopy(in.readNBytes(length), 0, length);
        }
        rows.endCopy();
        var said = in.readUTF();
        if (!table.sum(connection).equals(said)) {
            throw new IOException("The rows of " + table.name() + " are not what was copied");
        }
    }

    private void readCounters() throws SQLException, IOException {
        try (var set = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var name = in.readUTF(); !name.isEmpty(); name = in.readUTF()) {
                set.setString(1, name);
                set.setLong(2, in.readLong());
                set.execute();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
