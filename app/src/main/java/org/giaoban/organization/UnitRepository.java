package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.UNIT;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeHistory.Node;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Reads units as of a day. */
@Repository
class UnitRepository {

    static final Field<UnitId> IDENTITY = UNIT.ID.convertFrom(UnitId.class, UnitId::new);

    private final TreeMemory memory;

    UnitRepository(TreeMemory memory) {
        this.memory = memory;
    }

    Optional<Unit> find(UnitId id, LocalDate day) {
        return Optional.ofNullable(memory.now().on(id, day)).map(Node::unit);
    }

    List<Unit> children(UnitId parent, LocalDate day) {
        return memory.now().children(parent, day).stream()
                .sorted(TreeHistory.IN_TREE)
                .map(Node::unit)
                .toList();
    }

    Optional<UnitId> root(LocalDate day) {
        return memory.now().children(null, day).stream()
                .map(top -> top.unit().id())
                .min(TreeHistory.BY_ID);
    }

    /** All versions of a unit, oldest first. */
    List<Unit> versions(UnitId id) {
        return memory.now().versions(id).stream().map(Node::unit).toList();
    }

    /** Each unit's version of that day; of units not living then, the version nearest before it, else the first. */
    List<Unit> nearest(Collection<UnitId> ids, LocalDate day) {
        var history = memory.now();
        return ids.stream()
                .distinct()
                .flatMap(id -> history.nearest(id, day).stream())
                .toList();
    }

    Map<UnitId, Unit> byIds(Collection<UnitId> ids, LocalDate day) {
        return nearest(ids, day).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    /** The units of the codes; unknown codes are left out. */
    Map<String, UnitId> codes(Collection<String> codes) {
        var history = memory.now();
        var found = new HashMap<String, UnitId>();
        codes.forEach(code -> history.byCode(code).ifPresent(id -> found.put(code, id)));
        return found;
    }

    /** Whether the unit exists on every day of the range. */
    boolean livesThrough(UnitId id, DateRange range) {
        return memory.now().livesThrough(id, range);
    }

    static Condition on(LocalDate day) {
        return Days.holds(UNIT_VERSION.VALID, day);
    }
}
