package org.giaoban.indicators;

import static org.giaoban.indicators.db.Tables.INDICATOR_VALUE;
import static org.giaoban.indicators.db.Tables.SHEET;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.Sheet.Amount;
import org.giaoban.indicators.Sheet.Entry;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.Memory;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The sheets of units, remembered by their stamps: a page reads the stamps, and only sheets it has never seen. */
@Repository
class SheetRepository implements Memory {

    /** About as many values as 60 MB hold. */
    private static final int MOST_VALUES = 1_200_000;

    private static final List<String> ABSENCES = List.of("", "NONE", "NOT_APPLICABLE", "NOT_REPORTED");

    private final DSLContext db;
    private final StampedMemory<Sheet> memory = new StampedMemory<>(MOST_VALUES, Sheet::size);

    SheetRepository(DSLContext db) {
        this.db = db;
    }

    /** The sheets under their stamps, or under later ones. */
    Map<Place, Sheet> of(Collection<Owner> owners, Set<Stamped> stamps) {
        return memory.of(stamps, missing -> load(owners, missing));
    }

    /** What a unit never said anything for is left out. */
    Set<Stamped> stamps(Collection<Owner> owners, Collection<Integer> periods) {
        return owners.isEmpty()
                ? Set.of()
                : new HashSet<>(db.select(SHEET.UNIT_NO, SHEET.PERIOD, SHEET.STAMP)
                        .from(SHEET)
                        .where(SHEET.CELL_ID.eq(OwnerRepository.cells(owners)))
                        .and(SHEET.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                        .and(SHEET.PERIOD.eq(DSL.any(periods.toArray(Integer[]::new))))
                        .fetch(row -> new Stamped(new Place(row.value1(), row.value2()), row.value3())));
    }

    /** One statement, so that stamps and values are of one moment. */
    private Map<Stamped, Sheet> load(Collection<Owner> owners, List<Stamped> missing) {
        var v = INDICATOR_VALUE;
        var places = missing.stream().map(Stamped::place).toList();
        var entries = new HashMap<Stamped, List<Entry>>();
        db.select(SHEET.UNIT_NO, SHEET.PERIOD, SHEET.STAMP, v.INDICATOR_ID, v.VERSION)
                .select(v.VALUE, v.NUMERATOR, v.DENOMINATOR, v.QUALIFIER, v.ABSENCE)
                .from(SHEET)
                .join(v)
                .on(v.CELL_ID.eq(SHEET.CELL_ID), v.UNIT_NO.eq(SHEET.UNIT_NO), v.PERIOD.eq(SHEET.PERIOD))
                .where(SHEET.CELL_ID.eq(OwnerRepository.cells(owners)))
                .and(
                        "({0}, {1}) in (select * from unnest({2}, {3}))",
                        SHEET.UNIT_NO,
                        SHEET.PERIOD,
                        DSL.val(places.stream().map(Place::unit).toArray(Integer[]::new)),
                        DSL.val(places.stream().map(Place::period).toArray(Integer[]::new)))
                .and(v.PERIOD.eq(
                        DSL.any(places.stream().map(Place::period).distinct().toArray(Integer[]::new))))
                .forEach(row -> entries.computeIfAbsent(stamped(row), key -> new ArrayList<>())
                        .add(entry(row)));
        var sheets = new HashMap<Stamped, Sheet>();
        entries.forEach((stamped, found) -> sheets.put(stamped, new Sheet(found)));
        return sheets;
    }

    private static Stamped stamped(Record row) {
        return new Stamped(new Place(row.get(SHEET.UNIT_NO), row.get(SHEET.PERIOD)), row.get(SHEET.STAMP));
    }

    private static Entry entry(Record row) {
        var v = INDICATOR_VALUE;
        var value = row.get(v.VALUE);
        var absence = row.get(v.ABSENCE);
        return new Entry(
                row.get(v.INDICATOR_ID),
                row.get(v.VERSION),
                value == null ? null : amount(value, row),
                bit(row.get(v.QUALIFIER)),
                absence == null ? 0 : ABSENCES.indexOf(absence));
    }

    private static Amount amount(BigDecimal value, Record row) {
        return new Amount(value, row.get(INDICATOR_VALUE.NUMERATOR), row.get(INDICATOR_VALUE.DENOMINATOR));
    }

    private static int bit(@Nullable String qualifier) {
        return qualifier == null
                ? 0
                : switch (Qualifier.valueOf(qualifier)) {
                    case EXACT -> 0;
                    case OVER -> 1;
                    case NEARLY -> 2;
                    case ABOUT -> 4;
                };
    }

    @Override
    public void forget() {
        memory.forget();
    }
}
