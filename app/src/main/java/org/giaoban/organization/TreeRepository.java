package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.UNIT;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.springframework.stereotype.Repository;

/** Walks the tree as of a day, down and up, each in one statement. */
@Repository
class TreeRepository {

    static final int DEEPEST = 64;
    private static final int MOST = 200;

    private static final Field<UnitId> NODE = field(name("tree", "unit_id"), UNIT_VERSION.UNIT_ID.getDataType());
    private static final Field<Integer> DEPTH = field(name("tree", "depth"), Integer.class);

    private final DSLContext db;

    TreeRepository(DSLContext db) {
        this.db = db;
    }

    /** The units of the scope that stand under no other unit of it that day. */
    List<UnitId> tops(Scope scope, LocalDate day) {
        var outside = UNIT_VERSION.PARENT_UNIT_ID.isNull();
        if (!scope.everywhere()) {
            outside = outside.or(UNIT_VERSION.PARENT_UNIT_ID.notIn(scope.units()));
        }
        return db.select(UNIT_VERSION.UNIT_ID)
                .from(UNIT_VERSION)
                .where(scope.condition(UNIT_VERSION.UNIT_ID).and(outside).and(UnitRepository.on(day)))
                .orderBy(UNIT_VERSION.UNIT_ID)
                .limit(MOST)
                .fetch(Record1::value1);
    }

    /** The units and all below them on that day, parents before children; the depth counts from the tops. */
    Map<Unit, Integer> subtree(Collection<UnitId> tops, LocalDate day, int deepest) {
        var tree = downward(tops, day, deepest);
        var found = new LinkedHashMap<Unit, Integer>();
        db.withRecursive(tree)
                .select(UnitRepository.A_UNIT, DEPTH)
                .from(tree)
                .join(UNIT_VERSION)
                .on(UNIT_VERSION.UNIT_ID.eq(NODE).and(UnitRepository.on(day)))
                .join(UNIT)
                .on(UnitRepository.IDENTITY.eq(UNIT_VERSION.UNIT_ID))
                .join(UNIT_KIND)
                .on(UNIT_KIND.CODE.eq(UNIT_VERSION.KIND))
                .orderBy(DEPTH, UNIT_KIND.RANK, UNIT.CODE)
                .forEach(line -> found.put(line.value1(), line.value2()));
        return found;
    }

    /** How many units of each kind stand in the trees below the tops. */
    Map<String, Integer> countKinds(Collection<UnitId> tops, LocalDate day) {
        var tree = downward(tops, day, DEEPEST);
        return db.withRecursive(tree)
                .select(UNIT_VERSION.KIND, count())
                .from(tree)
                .join(UNIT_VERSION)
                .on(UNIT_VERSION.UNIT_ID.eq(NODE).and(UnitRepository.on(day)))
                .groupBy(UNIT_VERSION.KIND)
                .fetchMap(Record2::value1, Record2::value2);
    }

    List<UnitId> subtreeIds(UnitId top, LocalDate day) {
        var tree = downward(List.of(top), day, DEEPEST);
        return db.withRecursive(tree).select(NODE).from(tree).fetch(Record1::value1);
    }

    private static CommonTableExpression<Record2<UnitId, Integer>> downward(
            Collection<UnitId> tops, LocalDate day, int deepest) {
        var child = UNIT_VERSION.as("child");
        return name("tree")
                .fields("unit_id", "depth")
                .as(select(UNIT_VERSION.UNIT_ID, inline(0))
                        .from(UNIT_VERSION)
                        .where(UNIT_VERSION.UNIT_ID.in(tops).and(UnitRepository.on(day)))
                        .unionAll(select(child.UNIT_ID, DEPTH.plus(1))
                                .from(table(name("tree")))
                                .join(child)
                                .on(child.PARENT_UNIT_ID.eq(NODE).and(Days.holds(child.VALID, day)))
                                .where(DEPTH.lt(deepest))));
    }

    /** The way up on that day, nearest first, without the unit itself. */
    List<Unit> ancestors(UnitId id, LocalDate day) {
        var above = UNIT_VERSION.as("above");
        var tree = name("tree")
                .fields("unit_id", "depth")
                .as(select(UNIT_VERSION.PARENT_UNIT_ID, inline(1))
                        .from(UNIT_VERSION)
                        .where(UNIT_VERSION.UNIT_ID.eq(id).and(UnitRepository.on(day)))
                        .unionAll(select(above.PARENT_UNIT_ID, DEPTH.plus(1))
                                .from(table(name("tree")))
                                .join(above)
                                .on(above.UNIT_ID.eq(NODE).and(Days.holds(above.VALID, day)))
                                .where(DEPTH.lt(DEEPEST))));
        return db.withRecursive(tree)
                .select(UnitRepository.A_UNIT)
                .from(tree)
                .join(UNIT_VERSION)
                .on(UNIT_VERSION.UNIT_ID.eq(NODE).and(UnitRepository.on(day)))
                .join(UNIT)
                .on(UnitRepository.IDENTITY.eq(UNIT_VERSION.UNIT_ID))
                .orderBy(DEPTH.desc())
                .fetch(Record1::value1);
    }

    /** Whether on any day of its versions the unit stands below itself. */
    boolean loops(UnitId id) {
        var sql = """
                with recursive up as (
                    select parent_unit_id as unit_id, valid, 1 as depth
                      from organization.unit_version where unit_id = {0} and parent_unit_id is not null
                    union all
                    select v.parent_unit_id, up.valid * v.valid, up.depth + 1
                      from up join organization.unit_version v on v.unit_id = up.unit_id and v.valid && up.valid
                     where up.unit_id <> {0} and v.parent_unit_id is not null and up.depth < 64)
                select exists (select from up where unit_id = {0})""";
        return db.resultQuery(sql, inline(id.value())).fetchSingle().into(Boolean.class);
    }

    Map<UnitId, Integer> countChildren(Collection<UnitId> parents, LocalDate day) {
        var counted = new HashMap<UnitId, Integer>();
        db.select(UNIT_VERSION.PARENT_UNIT_ID, count())
                .from(UNIT_VERSION)
                .where(UNIT_VERSION.PARENT_UNIT_ID.in(parents).and(UnitRepository.on(day)))
                .groupBy(UNIT_VERSION.PARENT_UNIT_ID)
                .forEach(line -> counted.put(line.value1(), line.value2()));
        return counted;
    }
}
