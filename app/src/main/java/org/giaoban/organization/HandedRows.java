package org.giaoban.organization;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.query;
import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.TableField;

/** What the parts of a reorganisation have in common: statements over units and their heirs, their words, and counts. */
public final class HandedRows {

    /** The units that end with, place by place, their heirs: to stand in the from clause. */
    public static final String PAIRS = " unnest({0}::uuid[], {1}::uuid[]) as h (unit, heir) ";

    private HandedRows() {}

    /** A statement over {@link #PAIRS}; further values are {2} and so on. */
    public static Query of(Handover handover, String sql, Field<?>... further) {
        var parts = Stream.concat(Stream.of(val(handover.from()), val(handover.to())), Stream.of(further));
        return query(sql, parts.toArray(QueryPart[]::new));
    }

    /** For each unit of the pairs, in their order: who took over from whom, on what document. */
    public static String[] words(Handover handover, String textKey) {
        return handover.keepers().entrySet().stream()
                .map(entry -> Texts.text(
                        textKey,
                        handover.formerName(entry.getKey()),
                        handover.name(entry.getValue()),
                        handover.author().document()))
                .toArray(String[]::new);
    }

    /** One line for each unit: how many there are and what becomes of them, by the texts "count", "to" and "stay". */
    public static List<Affected> summed(Handover handover, String what, Map<UnitId, Integer> counts, String textKeys) {
        return counts.entrySet().stream()
                .map(entry -> new Affected(
                        entry.getKey(),
                        what,
                        entry.getValue(),
                        List.of(new Affected.Item(
                                Texts.text(textKeys + "count", entry.getValue()),
                                null,
                                handover.keeper(entry.getKey())
                                        .map(heir -> Texts.text(textKeys + "to", handover.name(heir)))
                                        .orElseGet(() -> Texts.text(textKeys + "stay"))))))
                .toList();
    }

    /** How many rows of these columns' tables name each unit. */
    @SafeVarargs
    public static Map<UnitId, Integer> counts(
            DSLContext db, Collection<UnitId> units, TableField<?, UnitId>... columns) {
        var counts = new HashMap<UnitId, Integer>();
        var ids = units.toArray(UnitId[]::new);
        for (var column : columns) {
            db.select(column, count())
                    .from(Objects.requireNonNull(column.getTable()))
                    .where(column.eq(any(ids)))
                    .groupBy(column)
                    .forEach(row -> counts.merge(row.value1(), row.value2(), Integer::sum));
        }
        return counts;
    }
}
