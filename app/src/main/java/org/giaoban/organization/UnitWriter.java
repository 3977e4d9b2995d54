package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.TREE_STATE;
import static org.giaoban.organization.db.Tables.UNIT;
import static org.giaoban.organization.db.Tables.UNIT_VERSION;

import java.time.LocalDate;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Writes units and their versions, one change of the tree at a time. */
@Repository
class UnitWriter {

    private final DSLContext db;

    UnitWriter(DSLContext db) {
        this.db = db;
    }

    void insert(UUID id, String code, short cell) {
        db.insertInto(UNIT)
                .set(UNIT.ID, id)
                .set(UNIT.CODE, code)
                .set(UNIT.CELL_ID, cell)
                .execute();
    }

    void insert(Unit version, String basis) {
        db.insertInto(UNIT_VERSION)
                .set(UNIT_VERSION.UNIT_ID, version.id())
                .set(Days.write(UNIT_VERSION.VALID), Days.value(version.valid()))
                .set(UNIT_VERSION.NAME, version.name())
                .set(UNIT_VERSION.SHORT_NAME, version.shortName())
                .set(UNIT_VERSION.KIND, version.kind())
                .set(UNIT_VERSION.PARENT_UNIT_ID, version.parent())
                .set(UNIT_VERSION.BASIS, basis)
                .execute();
    }

    /** Ends the version that holds on that day just before it. */
    void cut(UnitId id, LocalDate day) {
        db.update(UNIT_VERSION)
                .set(Days.write(UNIT_VERSION.VALID), Days.cut(UNIT_VERSION.VALID, day))
                .where(UNIT_VERSION.UNIT_ID.eq(id).and(UnitRepository.on(day)))
                .execute();
    }

    /** Writes over the version that begins on the version's first day. */
    void overwrite(Unit version, String basis) {
        db.update(UNIT_VERSION)
                .set(UNIT_VERSION.NAME, version.name())
                .set(UNIT_VERSION.SHORT_NAME, version.shortName())
                .set(UNIT_VERSION.KIND, version.kind())
                .set(UNIT_VERSION.PARENT_UNIT_ID, version.parent())
                .set(UNIT_VERSION.BASIS, basis)
                .where(UNIT_VERSION.UNIT_ID.eq(version.id()))
                .and(Days.from(UNIT_VERSION.VALID).eq(version.valid().from()))
                .execute();
    }

    /** Waits until no other change of the tree is under way, and counts this one. */
    void lockTree() {
        db.update(TREE_STATE)
                .set(TREE_STATE.VERSION, TREE_STATE.VERSION.plus(1))
                .execute();
    }
}
