package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.UNIT;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.giaoban.access.Scope;
import org.giaoban.kernel.DateRange;
import org.giaoban.kernel.UnitId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** Reads units as of a day. */
@Repository
class UnitRepository {

    private static final int MOST = 1000;
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

    private final DSLContext db;

    UnitRepository(DSLContext db) {
        this.db = db;
    }

    Optional<Unit> find(UnitId id, LocalDate day) {
        return units(UNIT_VERSION.UNIT_ID.eq(id).and(on(day)), 1).stream().findFirst();
    }

    List<Unit> children(UnitId parent, LocalDate day) {
        return units(UNIT_VERSION.PARENT_UNIT_ID.eq(parent).and(on(day)), MOST);
    }

    Optional<UnitId> root(LocalDate day) {
        return db.select(UNIT_VERSION.UNIT_ID)
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.PARENT_UNIT_ID.isNull().and(on(day)))
                .orderBy(UNIT_VERSION.UNIT_ID)
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    /** All versions of a unit, oldest first. */
    List<Unit> versions(UnitId id) {
        return db.select(A_UNIT)
                .from(UNIT_VERSION)
                .join(UNIT)
                .on(IDENTITY.eq(UNIT_VERSION.UNIT_ID))
                .where(UNIT_VERSION.UNIT_ID.eq(id))
                .orderBy(Days.from(UNIT_VERSION.VALID))
                .fetch(Record1::value1);
    }

    private List<Unit> units(Condition condition, int limit) {
        return db.select(A_UNIT)
                .from(UNIT_VERSION)
                .join(UNIT)
                .on(IDENTITY.eq(UNIT_VERSION.UNIT_ID))
                .join(UNIT_KIND)
                .on(UNIT_KIND.CODE.eq(UNIT_VERSION.KIND))
                .where(condition)
                .orderBy(UNIT_KIND.RANK, UNIT.CODE)
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** Each unit's version of that day; of units not living then, the version nearest before it, else the first. */
    List<Unit> nearest(Collection<UnitId> ids, LocalDate day) {
        var from = Days.from(UNIT_VERSION.VALID);
        return db.select(A_UNIT)
                .distinctOn(UNIT_VERSION.UNIT_ID)
                .from(UNIT_VERSION)
                .join(UNIT)
                .on(IDENTITY.eq(UNIT_VERSION.UNIT_ID))
                .where(UNIT_VERSION.UNIT_ID.in(ids))
                .orderBy(
                        UNIT_VERSION.UNIT_ID,
                        field(from.le(day)).desc(),
                        field("abs({0} - {1}::date)", Integer.class, from, inline(day)))
                .fetch(Record1::value1);
    }

    Map<UnitId, Unit> byIds(Collection<UnitId> ids, LocalDate day) {
        return nearest(ids, day).stream().collect(Collectors.toMap(Unit::id, Function.identity()));
    }

    Map<String, UnitId> codes(Collection<String> codes) {
        return db.select(UNIT.CODE, IDENTITY)
                .from(UNIT)
                .where(UNIT.CODE.in(codes))
                .fetchMap(Record2::value1, Record2::value2);
    }

    /** Units whose name on that day contains every word of the folded text, or whose code begins with it. */
    List<Unit> search(String folded, Scope scope, LocalDate day, int limit) {
        Condition words = noCondition();
        for (var word : folded.split("\\s+")) {
            words = words.and(UNIT_VERSION.NAME_FOLD.contains(word));
        }
        return units(
                words.or(UNIT.CODE.startsWithIgnoreCase(folded))
                        .and(on(day))
                        .and(scope.condition(UNIT_VERSION.UNIT_ID)),
                limit);
    }

    /** Whether the unit exists on every day of the range. */
    boolean livesThrough(UnitId id, DateRange range) {
        return db.select(field(
                        "coalesce(range_agg({0}) @> {1}, false)", Boolean.class, UNIT_VERSION.VALID, Days.value(range)))
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.UNIT_ID.eq(id))
                .fetchSingle(Record1::value1);
    }

    static Condition on(LocalDate day) {
        return Days.holds(UNIT_VERSION.VALID, day);
    }
}
