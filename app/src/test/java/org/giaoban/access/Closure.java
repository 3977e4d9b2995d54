package org.giaoban.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tree of a day as plain sets, read from its rows: what lies below what is worked out here and not by the product. */
final class Closure {

    private final Map<UUID, @Nullable UUID> parents = new HashMap<>();
    private final Map<UUID, Set<UUID>> above = new HashMap<>();

    static Closure of(Connection owner, LocalDate day) throws SQLException {
        var closure = new Closure();
        try (var statement = owner.prepareStatement(
                "select unit_id, parent_unit_id from organization.unit_version where valid @> ?::date")) {
            statement.setString(1, day.toString());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    closure.parents.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        }
        closure.parents.keySet().forEach(unit -> closure.above.put(unit, closure.climb(unit)));
        return closure;
    }

    private Set<UUID> climb(UUID from) {
        var way = new HashSet<UUID>();
        for (@Nullable UUID unit = from; unit != null && way.add(unit); ) {
            unit = parents.get(unit);
        }
        return way;
    }

    List<UUID> units() {
        return new ArrayList<>(new TreeSet<>(parents.keySet()));
    }

    /** Whether the unit is the top itself or lies below it. */
    boolean under(UUID unit, UUID top) {
        return above.getOrDefault(unit, Set.of()).contains(top);
    }

    boolean knows(UUID unit) {
        return parents.containsKey(unit);
    }
}
