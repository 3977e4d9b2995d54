package org.giaoban.indicators;

import static java.util.stream.Collectors.joining;
import static org.giaoban.indicators.db.Tables.SHEET;
import static org.jooq.impl.DSL.any;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.CountedRepository.Counted;
import org.giaoban.indicators.CountedRepository.UnitYear;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.kernel.Qualifier;
import org.giaoban.platform.FixedStatements;
import org.giaoban.platform.Memory;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The sheets of units, remembered by their stamps: a page reads the stamps, and only sheets it has never seen. */
@Repository
class SheetRepository implements Memory {

    /** About as many values as 60 MB hold. */
    private static final int MOST_VALUES = 1_200_000;

    private static final int YEAR = 100;

    private static final List<String> ABSENCES = List.of("", "NONE", "NOT_APPLICABLE", "NOT_REPORTED");

    /** The text is made of numbers alone. */
    private static final String SHEETS = """
            select v.unit_no, v.period, %1$s
            from (values %2$s) as wanted (unit_no, period)
            join indicators.sheet s on (s.unit_no, s.period) = (wanted.unit_no, wanted.period)
            join indicators.sheet_values v on (v.cell_id, v.unit_no, v.period) = (s.cell_id, s.unit_no, s.period)
            where s.cell_id in (%3$s) and v.cell_id in (%3$s) and s.period in (%4$s) and v.period in (%4$s)""";

    private final DSLContext db;
    private final FixedStatements statements;
    private final CountedRepository counted;
    private final StampedMemory<Sheet> memory = new StampedMemory<>(MOST_VALUES, Sheet::size);

    SheetRepository(DSLContext db, FixedStatements statements, CountedRepository counted) {
        this.db = db;
        this.statements = statements;
        this.counted = counted;
    }

    /** The sheets under their stamps, or under later ones. */
    Map<Place, Sheet> of(Collection<Owner> owners, Set<Stamped> stamps) {
        return memory.of(stamps, missing -> found(owners, missing));
    }

    /** What was counted lies packed by the year; only what has changed since is read value by value. */
    private Map<Stamped, Sheet> found(Collection<Owner> owners, List<Stamped> missing) {
        var cells = new HashMap<Integer, Short>();
        owners.forEach(owner -> cells.put(owner.number(), owner.cell()));
        var years = new HashSet<UnitYear>();
        missing.forEach(one -> years.add(year(one, cells)));
        var packed = counted.of(years);
        var sheets = new HashMap<Stamped, Sheet>();
        var left = new ArrayList<Stamped>();
        for (var one : missing) {
            var said = packed.getOrDefault(year(one, cells), Counted.NOTHING).said();
            var sheet = said.sheet(one.place().period());
            if (sheet != null && said.stamp(one.place().period()) == one.stamp()) {
                sheets.put(one, sheet);
            } else {
                left.add(one);
            }
        }
        if (!left.isEmpty()) {
            sheets.putAll(load(owners, left));
        }
        return sheets;
    }

    private static UnitYear year(Stamped one, Map<Integer, Short> cells) {
        var place = one.place();
        return new UnitYear(cells.getOrDefault(place.unit(), (short) 0), place.unit(), place.period() / YEAR);
    }

    /** All sheets of units' years as they are now; those that are as they were counted are not read again. */
    Map<UnitYear, YearSheets> years(Collection<UnitYear> wanted, Map<UnitYear, Counted> before) {
        var owners =
                wanted.stream().map(one -> new Owner(one.unit(), one.cell())).toList();
        var cells = new HashMap<Integer, Short>();
        owners.forEach(owner -> cells.put(owner.number(), owner.cell()));
        var years = new HashMap<UnitYear, Map<Integer, YearSheets.Stamped>>();
        var missing = new ArrayList<Stamped>();
        for (var one : stampsOfYears(owners, wanted)) {
            var said = before.getOrDefault(year(one, cells), Counted.NOTHING).said();
            var sheet = said.sheet(one.place().period());
            if (sheet != null && said.stamp(one.place().period()) == one.stamp()) {
                put(years, year(one, cells), one, sheet);
            } else {
                missing.add(one);
            }
        }
        if (!missing.isEmpty()) {
            load(owners, missing).forEach((one, sheet) -> put(years, year(one, cells), one, sheet));
        }
        var all = new HashMap<UnitYear, YearSheets>();
        years.forEach((year, sheets) -> all.put(year, new YearSheets(sheets)));
        return all;
    }

    private static void put(
            Map<UnitYear, Map<Integer, YearSheets.Stamped>> years, UnitYear year, Stamped one, Sheet sheet) {
        years.computeIfAbsent(year, key -> new HashMap<>())
                .put(one.place().period(), new YearSheets.Stamped(one.stamp(), sheet));
    }

    private List<Stamped> stampsOfYears(Collection<Owner> owners, Collection<UnitYear> wanted) {
        var first = wanted.stream().mapToInt(UnitYear::year).min().orElse(0) * YEAR;
        var last = wanted.stream().mapToInt(UnitYear::year).max().orElse(0) * YEAR + YEAR;
        return db.select(SHEET.UNIT_NO, SHEET.PERIOD, SHEET.STAMP)
                .from(SHEET)
                .where(SHEET.CELL_ID.eq(OwnerRepository.cells(owners)))
                .and(SHEET.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                .and(SHEET.PERIOD.ge(first))
                .and(SHEET.PERIOD.lt(last))
                .fetch(row -> new Stamped(new Place(row.value1(), row.value2()), row.value3()));
    }

    /** What a unit never said anything for is left out. */
    Set<Stamped> stamps(Collection<Owner> owners, Collection<Integer> periods) {
        return owners.isEmpty()
                ? Set.of()
                : new HashSet<>(db.select(SHEET.UNIT_NO, SHEET.PERIOD, SHEET.STAMP)
                        .from(SHEET)
                        .where(SHEET.CELL_ID.eq(OwnerRepository.cells(owners)))
                        .and(SHEET.UNIT_NO.eq(OwnerRepository.numbers(owners)))
                        .and(SHEET.PERIOD.eq(any(periods.toArray(Integer[]::new))))
                        .fetch(row -> new Stamped(new Place(row.value1(), row.value2()), row.value3())));
    }

    /** One statement, so that stamps and values are of one moment; a row for each sheet. */
    private Map<Stamped, Sheet> load(Collection<Owner> owners, List<Stamped> missing) {
        var cells = owners.stream().map(owner -> String.valueOf(owner.cell())).distinct();
        var wanted =
                missing.stream().map(Stamped::place).map(place -> "(%d,%d)".formatted(place.unit(), place.period()));
        var periods =
                missing.stream().map(one -> one.place().period()).distinct().map(String::valueOf);
        var sheets = new HashMap<Stamped, Sheet>();
        statements.copyOut(
                SHEETS.formatted(
                        SheetRow.COLUMNS,
                        wanted.collect(joining(",")),
                        cells.collect(joining(",")),
                        periods.collect(joining(","))),
                row -> {
                    var place = new Place(row.number(), row.number());
                    var read = SheetRow.read(row);
                    sheets.put(new Stamped(place, read.stamp()), read.sheet());
                });
        return sheets;
    }

    static int absence(@Nullable String absence) {
        return absence == null ? 0 : ABSENCES.indexOf(absence);
    }

    static int qualifier(@Nullable String qualifier) {
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
