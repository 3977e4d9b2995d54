package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.OWNER;
import static org.jooq.impl.DSL.any;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Memory;
import org.giaoban.platform.PerTransaction;
import org.jooq.DSLContext;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.Record3;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The small numbers that stand for units inside. A number never changes, so those that were committed are remembered. */
@Repository
class OwnerRepository implements Memory {

    private final DSLContext db;
    private final Map<UnitId, Owner> known = new ConcurrentHashMap<>();
    private final PerTransaction<Read> reads = new PerTransaction<>();

    OwnerRepository(DSLContext db) {
        this.db = db;
    }

    /** A unit inside: its number and the cell all its rows live in. */
    record Owner(int number, short cell) {}

    /** Units that never had a value or a target are left out. */
    Map<UnitId, Owner> of(Collection<UnitId> units) {
        Map<UnitId, Owner> owners = new HashMap<>();
        var unknown = new ArrayList<UnitId>();
        for (var unit : units) {
            var owner = known.get(unit);
            if (owner == null) {
                unknown.add(unit);
            } else {
                owners.put(unit, owner);
            }
        }
        if (!unknown.isEmpty()) {
            var found = read(unknown);
            remember(found);
            owners.putAll(found);
        }
        return owners;
    }

    private Map<UnitId, Owner> read(Collection<UnitId> units) {
        return db.select(OWNER.UNIT_ID, OWNER.UNIT_NO, OWNER.CELL_ID)
                .from(OWNER)
                .where(OWNER.UNIT_ID.eq(any(units.toArray(UnitId[]::new))))
                .fetchMap(Record3::value1, row -> new Owner(row.value2(), row.value3()));
    }

    /** What was read in a transaction may have been written by it, and be taken back. */
    private void remember(Map<UnitId, Owner> found) {
        var read = reads.get(Read::new);
        if (read == null) {
            known.putAll(found);
        } else {
            read.owners.putAll(found);
        }
    }

    /** What the present transaction has read. */
    private final class Read implements TransactionSynchronization {

        private final Map<UnitId, Owner> owners = new HashMap<>();

        private Read() {
            TransactionSynchronizationManager.registerSynchronization(this);
        }

        @Override
        public void afterCommit() {
            known.putAll(owners);
        }
    }

    @Override
    public void forget() {
        known.clear();
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
        return Objects.requireNonNull(register(List.of(unit)).get(unit.id()));
    }

    /** The numbers of these units, new ones for those that had none. */
    Map<UnitId, Owner> register(Collection<Unit> units) {
        var ids = units.stream().map(Unit::id).toList();
        var owners = of(ids);
        var fresh = units.stream()
                .filter(unit -> !owners.containsKey(unit.id()))
                .sorted(Comparator.comparing(unit -> unit.id().value()))
                .toList();
        if (!fresh.isEmpty()) {
            db.execute(
                    "insert into indicators.owner (unit_id, cell_id) select * from unnest(?::uuid[], ?::smallint[]) on conflict do nothing",
                    fresh.stream().map(unit -> unit.id().value()).toArray(UUID[]::new),
                    fresh.stream().map(Unit::cellId).toArray(Short[]::new));
            owners.putAll(of(fresh.stream().map(Unit::id).toList()));
        }
        return owners;
    }
}
