package org.giaoban.access;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.CurrentViewer;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables behind row-level security of a unit, and how a test pulls the fence down and looks over it. */
final class Fences {

    /** A table, the column that says whose its rows are, and the kind of work that opens them. */
    record Table(String name, String unit, Capability capability) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Fences() {}

    /** As the catalogue has them: those whose policy compares a unit with the viewer's. */
    static List<Table> of(Connection owner) throws SQLException {
        var tables = new ArrayList<Table>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select c.oid::regclass::text,"
                        + " (regexp_match(pg_get_expr(p.polqual, p.polrelid), '([a-z_]*unit_id)'))[1],"
                        + " (regexp_match(pg_get_expr(p.polqual, p.polrelid), 'app\\.([a-z_]+)_all'))[1]"
                        + " from pg_policy p join pg_class c on c.oid = p.polrelid"
                        + " where pg_get_expr(p.polqual, p.polrelid) ~ 'app\\.[a-z_]+_all' order by 1")) {
            while (rows.next()) {
                tables.add(new Table(
                        rows.getString(1),
                        rows.getString(2),
                        Capability.valueOf(rows.getString(3).toUpperCase(Locale.ROOT))));
            }
        }
        return tables;
    }

    static void pullDown(Connection owner, List<Table> tables) throws SQLException {
        each(owner, tables, "no force row level security, disable row level security");
    }

    static void putUp(Connection owner, List<Table> tables) throws SQLException {
        each(owner, tables, "enable row level security, force row level security");
    }

    private static void each(Connection owner, List<Table> tables, String what) throws SQLException {
        try (var statement = owner.createStatement()) {
            for (var table : tables) {
                statement.execute("alter table " + table.name() + " " + what);
            }
        }
    }

    /** The rows, by their own number in the table, that the rules give to somebody. */
    static Set<String> mayBeSeen(Connection owner, Table table, Holder who) throws SQLException {
        var seen = new HashSet<String>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery("select ctid::text, " + table.unit() + " from " + table.name())) {
            while (rows.next()) {
                if (who.holds(table.capability(), rows.getObject(2, UUID.class))) {
                    seen.add(rows.getString(1));
                }
            }
        }
        return seen;
    }

    /** What the database shows when nobody else is asked. */
    record Seen(DSLContext db, TransactionTemplate transaction, Table table) {

        Set<String> by(CurrentViewer viewer, Accounts accounts, Holder who) {
            var account = who.account();
            if (account == null) {
                return rows();
            }
            return viewer.as(accounts.viewer(account).orElseThrow(), this::rows);
        }

        private Set<String> rows() {
            return requireNonNull(transaction.execute(
                    status -> db.fetch("select ctid::text from " + table.name()).intoSet(0, String.class)));
        }
    }
}
