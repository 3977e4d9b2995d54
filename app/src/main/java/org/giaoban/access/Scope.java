package org.giaoban.access;

import static org.giaoban.access.db.Tables.REACH_UNIT;

import java.util.Set;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * The units in which the viewer holds one capability today; every list query joins it. What a statement has to say of it does
 * not grow with the units.
 */
public record Scope(Set<UnitId> units, Extent extent) {

    static final Scope EVERYWHERE = new Scope(Set.of(), new Extent.Everywhere());

    static final Scope NOWHERE = new Scope(Set.of(), new Extent.Listed());

    /** How the database is told which units these are. */
    public sealed interface Extent {

        /** No limit at all: the system itself. */
        record Everywhere() implements Extent {}

        /** Every unit of the tree. */
        record WholeTree() implements Extent {}

        /** Few enough to be named one by one. */
        record Listed() implements Extent {}

        /** The rows of a stored set. */
        record Stored(UUID reach) implements Extent {}
    }

    public Scope {
        units = Set.copyOf(units);
    }

    /** Some units, told one by one. */
    public static Scope of(Set<UnitId> units) {
        return new Scope(units, new Extent.Listed());
    }

    public boolean everywhere() {
        return extent instanceof Extent.Everywhere;
    }

    /** Whether no unit of the tree is missing. */
    public boolean wholeTree() {
        return everywhere() || extent instanceof Extent.WholeTree;
    }

    public boolean contains(UnitId unit) {
        return everywhere() || units.contains(unit);
    }

    public boolean empty() {
        return !everywhere() && units.isEmpty();
    }

    public Condition condition(Field<UnitId> unit) {
        return switch (extent) {
            case Extent.Everywhere all -> DSL.noCondition();
            case Extent.WholeTree all -> unit.isNotNull();
            case Extent.Listed few -> units.isEmpty() ? DSL.falseCondition() : unit.in(units);
            case Extent.Stored(var reach) ->
                DSL.exists(DSL.selectOne()
                        .from(REACH_UNIT)
                        .where(REACH_UNIT.REACH_ID.eq(reach), REACH_UNIT.UNIT_ID.eq(unit)));
        };
    }
}
