package org.giaoban.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a sealed value stands; it opens nowhere else, so that no row can borrow another's.
 *
 * @param table with its schema
 */
public record Place(String table, String column, UUID id) {

    byte[] bound(Purpose purpose) {
        return (purpose.name() + '|' + table + '|' + column + '|' + id).getBytes(StandardCharsets.UTF_8);
    }
}
