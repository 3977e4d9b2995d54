package org.giaoban.backup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.giaoban.platform.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * What a look at restored tables found.
 *
 * @param lastCommit the last commit that was brought back from the journal; absent when the base alone was enough
 * @param indexes how many indexes were compared with their tables, row by row
 */
record Inspection(@Nullable Instant lastCommit, int indexes) {

    private static final String COMPARE = """
            select count(bt_index_check(c.oid, true)) from pg_index i
            join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam
            where a.amname = 'btree' and c.relpersistence = 'p' and c.relkind = 'i' and i.indisready and i.indisvalid""";

    static Inspection of(EmbeddedPostgres server) {
        try (var connection =
                DriverManager.getConnection(server.jdbcUrl(), server.superuser(), server.superuserPassword())) {
            var last = lastCommit(connection);
            return new Inspection(last, compare(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The restored tables are not sound: " + e.getMessage(), e);
        }
    }

    private static @Nullable Instant lastCommit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select pg_last_xact_replay_timestamp()")) {
            rows.next();
            var time = rows.getObject(1, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
    }

    /** The extension goes again: the tables stay as they were. */
    private static int compare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("create extension if not exists amcheck with schema pg_catalog");
            try (var rows = statement.executeQuery(COMPARE)) {
                rows.next();
                return rows.getInt(1);
            }
        } finally {
            connection.rollback();
        }
    }
}
