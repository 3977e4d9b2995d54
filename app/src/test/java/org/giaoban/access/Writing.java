package org.giaoban.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds out whether anything was written to the database in the meantime. Whoever writes needs a number of a transaction, so
 * as long as no new one was given out nothing can have been written; only otherwise every table is looked at.
 */
final class Writing {

    /** Who was seen when, and what was counted: not what somebody asked to be changed. */
    private static final String ALLOWED =
            "identity.session|identity.session_attributes|identity.attempt|portal.view_key";

    /** A row keeps the lower half of the number. */
    private static final long RING = 1L << 32;

    private final Connection owner;
    private final List<String> tables = new ArrayList<>();
    private long number;

    Writing(Connection owner) throws SQLException {
        this.owner = owner;
        number = next();
    }

    /** Whatever happened until now was meant. */
    void pass() throws SQLException {
        number = next();
    }

    /** The tables with rows that were written since; most often none, and then it costs one small query. */
    List<String> changed() throws SQLException {
        var before = number;
        number = next();
        if (number == before) {
            return List.of();
        }
        var written = "xmin::text::bigint >= %d and xmin::text::bigint < %d".formatted(before % RING, number % RING);
        var query = tables().stream()
                .map(table -> "select '" + table + "' where exists (select from " + table + " where " + written + ")")
                .collect(Collectors.joining(" union all "));
        return list(query);
    }

    private List<String> tables() throws SQLException {
        if (tables.isEmpty()) {
            tables.addAll(list("select c.oid::regclass::text from pg_class c"
                    + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r'"
                    + " and n.nspname !~ '^pg_|information_schema|^scale$'"
                    + " and c.oid::regclass::text !~ '^(" + ALLOWED.replace(".", "\\.") + ")$'"));
        }
        return tables;
    }

    private List<String> list(String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private long next() throws SQLException {
        return Long.parseLong(
                list("select pg_snapshot_xmax(pg_current_snapshot())::text").getFirst());
    }
}
