package org.giaoban.reorganisation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** All rows of all tables, except what an undo leaves on purpose: the log, the plans' own records, and the numbers that say that something changed. */
record Snapshot(Map<String, String> tables) {

    static Snapshot of(DSLContext db) {
        var tables = new LinkedHashMap<String, String>();
        var names = db.fetch("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'audit', 'reorganisation', 'scale')
                  and format('%s.%s', n.nspname, c.relname) not in
                      ('organization.tree_state', 'organization.unit_change', 'platform.stamp', 'consolidation.tree_watch', 'platform.flyway_schema_history')
                order by 1""").map(row -> row.get(0, String.class));
        for (var name : names) {
            tables.put(
                    name,
                    db.fetchSingle(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') from "
                                            + name + " t")
                            .get(0, String.class));
        }
        return new Snapshot(tables);
    }
}
