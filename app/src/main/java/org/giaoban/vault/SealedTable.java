package org.giaoban.vault;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table that hold sealed values; each module that has some gives them as beans.
 *
 * @param table with its schema
 * @param key the column with the row's id
 * @param lookUp by which column a value is found, null where nobody looks
 */
public record SealedTable(
        String table,
        String key,
        Purpose purpose,
        List<String> columns,
        @Nullable LookUp lookUp) {

    /**
     * A blind index.
     *
     * @param column where it stands
     * @param of the sealed column it is made from
     * @param form what of the text counts
     */
    public record LookUp(String column, String of, UnaryOperator<String> form) {}
}
