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
    private final TreeMemory memory;

    UnitWriter(DSLContext db, TreeMemory memory) {
        this.db = db;
        this.memory = memory;
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
        changed(version.id());
    }

    /** Ends the version that holds on that day just before it. */
    void cut(UnitId id, LocalDate day) {
        db.update(UNIT_VERSION)
                .set(Days.write(UNIT_VERSION.VALID), Days.cut(UNIT_VERSION.VALID, day))
                .where(UNIT_VERSION.UNIT_ID.eq(id).and(UnitRepository.on(day)))
                .execute();
        changed(id);
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
        changed(version.id());
    }

    /** Waits until no other change of the tree or of who holds what in it is under way. */
    void lockTree() {
        db.select(TREE_STATE.VERSION).from(TREE_STATE).forUpdate().fetchSingle();
        memory.renew();
    }

    /** Gives the tree a new number and notes it at the unit; to follow every write to the unit's versions. */
    void changed(UnitId id) {
        db.execute("""
                with number as (
                    update organization.tree_state set version = nextval('organization.tree_version') returning version
                )
                insert into organization.unit_change (unit_id, version) select ?, version from number
                on conflict (unit_id) do update set version = excluded.version""", id.value());
        memory.changed();
    }
}
