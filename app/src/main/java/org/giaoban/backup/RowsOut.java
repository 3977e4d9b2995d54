package org.giaoban.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Writes all rows of all tables as they are at one moment, and where the counters stand. */
final class RowsOut {

    static final String BEGINNING = "giaoban rows 1";

    /** What sums are made over must read the same everywhere. */
    static final String SAME_TEXT =
            "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; set extra_float_digits = 1";

    private static final String SCHEMA_VERSION =
            "select version from platform.flyway_schema_history where success and version is not null"
                    + " order by installed_rank desc limit 1";
    private static final String COUNTERS =
            "select quote_ident(schemaname) || '.' || quote_ident(sequencename), last_value from pg_sequences"
                    + " where last_value is not null order by 1";

    private final Connection connection;
    private final DataOutputStream out;

    private RowsOut(Connection connection, DataOutputStream out) {
        this.connection = connection;
        this.out = out;
    }

    /** Gives how many tables there are. */
    static int write(Connection connection, DataOutputStream out) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            return new RowsOut(connection, out).write();
        } finally {
            connection.rollback();
        }
    }

    private int write() throws SQLException, IOException {
        try (var statement = connection.createStatement()) {
            statement.execute(SAME_TEXT);
        }
        out.writeUTF(BEGINNING);
        out.writeUTF(schemaVersion());
        var tables = RowTable.all(connection);
        for (var table : tables) {
            write(table);
        }
        out.writeUTF("");
        writeCounters();
        return tables.size();
    }

    private String schemaVersion() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SCHEMA_VERSION)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void write(RowTable table) throws SQLException, IOException {
        out.writeUTF(table.name());
        out.writeUTF(table.columns());
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        var rows = copies.copyOut(table.out());
        for (var row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            out.writeInt(row.length);
            out.write(row);
        }
        out.writeInt(0);
        out.writeUTF(table.sum(connection));
    }

    private void writeCounters() throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(COUNTERS)) {
            while (rows.next()) {
                out.writeUTF(rows.getString(1));
                out.writeLong(rows.getLong(2));
            }
        }
        out.writeUTF("");
    }
}
