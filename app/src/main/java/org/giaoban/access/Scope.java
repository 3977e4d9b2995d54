package org.giaoban.access;

import java.util.HashSet;
import java.util.Set;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The units in which the viewer holds one capability today; every list query joins it. */
public record Scope(Set<UnitId> units, boolean everywhere) {

    static final Scope EVERYWHERE = new Scope(Set.of(), true);

    static final Scope NOWHERE = new Scope(Set.of(), false);

    public Scope {
        units = Set.copyOf(units);
    }

    public boolean contains(UnitId unit) {
        return everywhere || units.contains(unit);
    }

    public boolean empty() {
        return !everywhere && units.isEmpty();
    }

    Scope within(Set<UnitId> others) {
        var both = new HashSet<>(units);
        both.retainAll(others);
        return new Scope(both, false);
    }

    public Condition condition(Field<UnitId> unit) {
        if (everywhere) {
            return DSL.noCondition();
        }
        return units.isEmpty() ? DSL.falseCondition() : unit.in(units);
    }
}
