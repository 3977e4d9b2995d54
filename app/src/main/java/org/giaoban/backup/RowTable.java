package org.giaoban.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table whose rows are copied as text.
 *
 * @param name as SQL wants it, with its schema
 * @param columns those that are stored; computed ones are computed anew
 */
record RowTable(String name, String columns) {

    /** The migrations' own notes come with the migrations. */
    private static final String ALL = """
            select quote_ident(n.nspname) || '.' || quote_ident(c.relname),
                string_agg(quote_ident(a.attname), ',' order by a.attname) filter (where a.attgenerated = '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
            where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
                and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                and not (n.nspname = 'platform' and c.relname = 'flyway_schema_history')
            group by 1 order by 1""";

    static List<RowTable> all(Connection connection) throws SQLException {
        var all = new ArrayList<RowTable>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ALL)) {
            while (rows.next()) {
                all.add(new RowTable(rows.getString(1), rows.getString(2)));
            }
        }
        return all;
    }

    String out() {
        return "copy " + name + " (" + columns + ") to stdout";
    }

    String in() {
        return "copy " + name + " (" + columns + ") from stdin";
    }

    /** How many rows there are, and a sum over what they hold: the same rows have the same, in any order. */
    String sum(Connection connection) throws SQLException {
        var query = "select count(*) || ' ' || coalesce(sum(hashtextextended(row(" + columns + ")::text, 0)), 0) from "
                + name;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
