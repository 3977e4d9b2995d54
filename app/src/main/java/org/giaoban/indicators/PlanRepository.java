package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR;
import static org.giaoban.indicators.db.Tables.OWNER;
import static org.giaoban.indicators.db.Tables.PLAN;
import static org.giaoban.indicators.db.Tables.TARGET;
import static org.jooq.impl.DSL.any;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.indicators.TargetRepository.Target;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Memory;
import org.giaoban.platform.Remembered;
import org.giaoban.platform.Stamps;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The targets that count, remembered for each unit and year by their stamp. */
@Repository
class PlanRepository implements Memory {

    private static final int MOST_TARGETS = 300_000;

    private final DSLContext db;
    private final Remembered<Map<Integer, Set<UnitId>>> planned;
    private final StampedMemory<List<Target>> memory = new StampedMemory<>(MOST_TARGETS, List::size);

    PlanRepository(DSLContext db, Stamps stamps) {
        this.db = db;
        planned = stamps.remembered("indicators.plans", this::allPlanned);
    }

    /** The units that ever had a target for the year. */
    Set<UnitId> planned(int year) {
        return planned.get().getOrDefault(year, Set.of());
    }

    /** Another one whenever other units may have targets. */
    long number() {
        return planned.number();
    }

    /** To be called by whoever writes the first target of a unit's year. */
    void changed() {
        planned.renew();
    }

    private Map<Integer, Set<UnitId>> allPlanned() {
        var all = new HashMap<Integer, Set<UnitId>>();
        db.select(PLAN.YEAR, OWNER.UNIT_ID)
                .from(PLAN)
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(PLAN.UNIT_NO))
                .forEach(row -> all.computeIfAbsent(row.value1().intValue(), year -> new HashSet<>())
                        .add(row.value2()));
        return all;
    }

    List<Target> of(Collection<Owner> owners, Set<Stamped> stamps) {
        return memory.of(stamps, missing -> load(owners, missing)).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Years in which a unit never had a target are left out. */
    Set<Stamped> stamps(Collection<Owner> owners, Collection<Integer> years) {
        return owners.isEmpty()
                ? Set.of()
                : new HashSet<>(db.select(PLAN.UNIT_NO, PLAN.YEAR, PLAN.STAMP)
                        .from(PLAN)
                        .where(PLAN.CELL_ID.eq(OwnerRepository.cells(owners)))
                        .and(PLAN.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                        .and(PLAN.YEAR.in(years))
                        .fetch(row -> new Stamped(new Place(row.value1(), row.value2()), row.value3())));
    }

    /** One statement, so that stamps and targets are of one moment. */
    private Map<Stamped, List<Target>> load(Collection<Owner> owners, List<Stamped> missing) {
        var places = missing.stream().map(Stamped::place).toList();
        var loaded = new HashMap<Stamped, List<Target>>();
        db.select(OWNER.UNIT_ID, INDICATOR.CODE, PLAN.STAMP)
                .select(TARGET.fields())
                .from(PLAN)
                .join(TARGET)
                .on(TARGET.CELL_ID.eq(PLAN.CELL_ID), TARGET.UNIT_NO.eq(PLAN.UNIT_NO), TARGET.YEAR.eq(PLAN.YEAR))
                .join(OWNER)
                .on(OWNER.UNIT_NO.eq(PLAN.UNIT_NO))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(TARGET.INDICATOR_ID))
                .where(TARGET.SUPERSEDED_AT.isNull(), PLAN.CELL_ID.eq(OwnerRepository.cells(owners)))
                .and(PLAN.UNIT_NO.eq(any(places.stream().map(Place::unit).toArray(Integer[]::new))))
                .and(PLAN.YEAR.in(places.stream().map(Place::period).distinct().toList()))
                .forEach(row -> loaded.computeIfAbsent(
                                new Stamped(
                                        new Place(row.get(TARGET.UNIT_NO), row.get(TARGET.YEAR)), row.get(PLAN.STAMP)),
                                key -> new ArrayList<>())
                        .add(TargetRepository.target(row)));
        return loaded;
    }

    @Override
    public void forget() {
        memory.forget();
    }
}
