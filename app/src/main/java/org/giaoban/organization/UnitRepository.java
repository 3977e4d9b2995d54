package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.UNIT;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Scope;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeHistory.Node;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Reads units as of a day. */
@Repository
class UnitRepository {

    static final Field<UnitId> IDENTITY = UNIT.ID.convertFrom(UnitId.class, UnitId::new);

    static final SelectField<Unit> A_UNIT = row(
                    UNIT_VERSION.UNIT_ID,
                    UNIT.CODE,
                    UNIT_VERSION.NAME,
                    UNIT_VERSION.SHORT_NAME,
                    UNIT_VERSION.KIND,
                    UNIT_VERSION.PARENT_UNIT_ID,
                    Days.from(UNIT_VERSION.VALID),
                    Days.until(UNIT_VERSION.VALID),
                    UNIT.CELL_ID)
            .mapping((id, code, name, shortName, kind, parent, from, until, cell) ->
                    new Unit(id, code, name, shortName, kind, parent, Days.range(from, until), cell));

    /** Units rarely had more names than this. */
    private static final int NAMES_EACH = 4;

    private final DSLContext db;
    private final TreeMemory memory;

    UnitRepository(DSLContext db, TreeMemory memory) {
        this.db = db;
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

    /** Units whose name on that day contains every word of the folded text, or whose code begins with it. */
    List<Unit> search(String folded, Scope scope, LocalDate day, int limit) {
        return matching(folded, scope)
                .and(on(day))
                .orderBy(UNIT_KIND.RANK, UNIT.CODE)
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** As {@link #search} by any name up to that day: each unit once, as it was last so called; those of the day first. */
    List<Unit> searchEver(String folded, Scope scope, LocalDate day, int limit) {
        var found = new LinkedHashMap<UnitId, Unit>();
        matching(folded, scope)
                .and(Days.from(UNIT_VERSION.VALID).le(day))
                .orderBy(
                        field(on(day)).desc(),
                        UNIT_KIND.RANK,
                        UNIT.CODE,
                        Days.from(UNIT_VERSION.VALID).desc())
                .limit(limit * NAMES_EACH)
                .fetch(Record1::value1)
                .forEach(unit -> found.putIfAbsent(unit.id(), unit));
        return found.values().stream().limit(limit).toList();
    }

    private SelectConditionStep<Record1<Unit>> matching(String folded, Scope scope) {
        Condition words = noCondition();
        for (var word : folded.split("\\s+")) {
            words = words.and(UNIT_VERSION.NAME_FOLD.contains(word));
        }
        return db.select(A_UNIT)
                .from(UNIT_VERSION)
                .join(UNIT)
                .on(IDENTITY.eq(UNIT_VERSION.UNIT_ID))
                .join(UNIT_KIND)
                .on(UNIT_KIND.CODE.eq(UNIT_VERSION.KIND))
                .where(words.or(UNIT.CODE.startsWithIgnoreCase(folded)))
                .and(scope.condition(UNIT_VERSION.UNIT_ID));
    }

    /** Whether the unit exists on every day of the range. */
    boolean livesThrough(UnitId id, DateRange range) {
        return memory.now().livesThrough(id, range);
    }

    static Condition on(LocalDate day) {
        return Days.holds(UNIT_VERSION.VALID, day);
    }
}
