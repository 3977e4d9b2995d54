package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.TREE_STATE;
import static org.giaoban.organization.db.Tables.UNIT;
import static org.giaoban.organization.db.Tables.UNIT_CHANGE;
import static org.giaoban.organization.db.Tables.UNIT_KIND;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeHistory.Life;
import org.giaoban.organization.TreeHistory.Node;
import org.giaoban.platform.Stamps;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** Reads the whole history of the tree, or what came after a number, each in one statement and so of one moment. */
@Repository
class HistoryRepository {

    private static final Field<LocalDate> FROM = Days.from(UNIT_VERSION.VALID).as("valid_from");
    private static final Field<LocalDate> UNTIL = Days.until(UNIT_VERSION.VALID).as("valid_until");

    /** The database keeps it equal to the number in the tree's own table. */
    private static final String NUMBER = "organization.tree";

    private final DSLContext db;
    private final Stamps stamps;

    HistoryRepository(DSLContext db, Stamps stamps) {
        this.db = db;
        this.stamps = stamps;
    }

    long number() {
        return stamps.number(NUMBER);
    }

    /** The present transaction gave the tree another number, or waited until another one had done so. */
    void renewed() {
        stamps.renewed();
    }

    TreeHistory all() {
        return successor(TreeHistory.NONE, noCondition());
    }

    TreeHistory after(TreeHistory known) {
        var changed = select(UNIT_CHANGE.UNIT_ID).from(UNIT_CHANGE).where(UNIT_CHANGE.VERSION.gt(known.number()));
        return successor(known, UnitRepository.IDENTITY.in(changed));
    }

    private TreeHistory successor(TreeHistory known, Condition units) {
        var lives = new LinkedHashMap<UnitId, Life>();
        var number = known.number();
        for (var row : db.select(TREE_STATE.VERSION)
                .select(UNIT.ID, UNIT.CODE, UNIT.CELL_ID, UNIT_KIND.RANK, FROM, UNTIL)
                .select(UNIT_VERSION.NAME, UNIT_VERSION.SHORT_NAME, UNIT_VERSION.KIND, UNIT_VERSION.PARENT_UNIT_ID)
                .select(UNIT_VERSION.NAME_FOLD)
                .from(TREE_STATE)
                .leftJoin(UNIT)
                .on(units)
                .leftJoin(UNIT_VERSION)
                .on(UNIT_VERSION.UNIT_ID.eq(UnitRepository.IDENTITY))
                .leftJoin(UNIT_KIND)
                .on(UNIT_KIND.CODE.eq(UNIT_VERSION.KIND))
                .orderBy(UNIT.ID, FROM)) {
            number = row.get(TREE_STATE.VERSION);
            add(row, lives);
        }
        return known.with(number, lives.values());
    }

    private static void add(Record row, LinkedHashMap<UnitId, Life> lives) {
        var id = row.get(UNIT.ID) == null ? null : new UnitId(row.get(UNIT.ID));
        if (id == null) {
            return;
        }
        var life = lives.computeIfAbsent(id, unit -> new Life(unit, row.get(UNIT.CODE), new ArrayList<>()));
        if (row.get(FROM) != null) {
            life.versions().add(new Node(unit(id, row), row.get(UNIT_KIND.RANK), row.get(UNIT_VERSION.NAME_FOLD)));
        }
    }

    private static Unit unit(UnitId id, Record row) {
        return new Unit(
                id,
                row.get(UNIT.CODE),
                row.get(UNIT_VERSION.NAME),
                row.get(UNIT_VERSION.SHORT_NAME),
                row.get(UNIT_VERSION.KIND),
                row.get(UNIT_VERSION.PARENT_UNIT_ID),
                Days.range(row.get(FROM), row.get(UNTIL)),
                row.get(UNIT.CELL_ID));
    }
}
