package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.OWNER;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.jooq.DSLContext;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** The small numbers that stand for units inside. */
@Repository
class OwnerRepository {

    private final DSLContext db;

    OwnerRepository(DSLContext db) {
        this.db = db;
    }

    /** A unit inside: its number and the cell all its rows live in. */
    record Owner(int number, short cell) {}

    /** Units that never had a value or a target are left out. */
    Map<UnitId, Owner> of(Collection<UnitId> units) {
        Map<UnitId, Owner> owners = new HashMap<>();
        db.select(OWNER.UNIT_ID, OWNER.UNIT_NO, OWNER.CELL_ID)
                .from(OWNER)
                .where(OWNER.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .forEach(row -> owners.put(row.value1(), new Owner(row.value2(), row.value3())));
        return owners;
    }

    /** The units behind numbers. */
    Map<Integer, UnitId> units(Collection<Integer> numbers) {
        return db.select(OWNER.UNIT_NO, OWNER.UNIT_ID)
                .from(OWNER)
                .where(OWNER.UNIT_NO.eq(any(numbers.toArray(Integer[]::new))))
                .fetchMap(OWNER.UNIT_NO, OWNER.UNIT_ID);
    }

    static QuantifiedSelect<Record1<Short>> cells(Collection<Owner> owners) {
        return any(owners.stream().map(Owner::cell).distinct().toArray(Short[]::new));
    }

    static QuantifiedSelect<Record1<Integer>> numbers(Collection<Owner> owners) {
        return any(owners.stream().map(Owner::number).toArray(Integer[]::new));
    }

    Owner register(Unit unit) {
        db.insertInto(OWNER, OWNER.UNIT_ID, OWNER.CELL_ID)
                .values(unit.id(), unit.cellId())
                .onConflictDoNothing()
                .execute();
        return Objects.requireNonNull(db.select(OWNER.UNIT_NO, OWNER.CELL_ID)
                .from(OWNER)
                .where(OWNER.UNIT_ID.eq(unit.id()))
                .fetchSingle(row -> new Owner(row.value1(), row.value2())));
    }
}
