package org.giaoban.access;

import java.sql.Connection;
import java.sql.SQLException;
import org.giaoban.platform.ForSignedIn;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;

/** Handlers with the faults that the random matrix must find. */
public final class RandomFaults {

    private final Connection owner;

    RandomFaults(Connection owner) {
        this.owner = owner;
    }

    /** Asks nobody for a right in the unit. */
    @ForSignedIn
    public ResponseEntity<String> careless(@PathVariable(required = false) @Nullable String id) {
        return ResponseEntity.ok("open");
    }

    /** Refuses even those who may. */
    @ForSignedIn
    public ResponseEntity<String> shut(@PathVariable(required = false) @Nullable String id) {
        throw new NotFound("planted");
    }

    /** A list that forgot the scope. */
    @ForSignedIn
    public ResponseEntity<String> all(@PathVariable(required = false) @Nullable String id) throws SQLException {
        return ResponseEntity.ok(said("select string_agg(title, ' ') from tasks.task"));
    }

    /** Writes first and asks afterwards. */
    @ForSignedIn
    public ResponseEntity<String> write(@PathVariable(required = false) @Nullable String id) throws SQLException {
        said("insert into platform.setting (name, value) values ('planted', 'x')"
                + " on conflict (name) do update set value = platform.setting.value || 'x' returning value");
        throw new NotFound("planted");
    }

    /** Does the same again whenever it is asked. */
    @ForSignedIn
    public ResponseEntity<String> twice(@PathVariable(required = false) @Nullable String id) throws SQLException {
        return ResponseEntity.ok(said("insert into platform.setting (name, value)"
                + " values (gen_random_uuid()::text, 'x') returning value"));
    }

    private String said(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
