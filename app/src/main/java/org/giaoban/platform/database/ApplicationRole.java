package org.giaoban.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/** The role that owns the application's database. It is no superuser: row-level security binds it. */
final class ApplicationRole {

    private ApplicationRole() {}

    static void ensure(PostgresAccess access) {
        try (var connection = ServerConnection.open(access, PostgresAccess.SUPERUSER)) {
            if (!found(connection, "select from pg_roles where rolname = ?", PostgresAccess.OWNER)) {
                run(connection, "create role " + PostgresAccess.OWNER);
            }
            // The password consists of letters, digits, - and _ only.
            run(
                    connection,
                    "alter role " + PostgresAccess.OWNER + " login nosuperuser createdb createrole password '"
                            + access.ownerPassword() + "'");
            if (!found(connection, "select from pg_database where datname = ?", PostgresAccess.DATABASE)) {
                run(connection, "create database " + PostgresAccess.DATABASE + " owner " + PostgresAccess.OWNER);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("Cannot prepare the application's role in the database", e);
        }
    }

    private static boolean found(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
