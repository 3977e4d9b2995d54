package org.giaoban.indicators;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.giaoban.platform.CopyRows;
import org.giaoban.platform.FixedStatements;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** What of the units' years is in the totals, and in which. */
@Repository
class CountedRepository {

    private static final int FETCHED = 2000;

    private static final String OF = """
            select cell_id, unit_no, year, place, said from indicators.counted
            where cell_id = any(?) and unit_no = any(?) and year = any(?)""";

    private static final String SAVE = """
            insert into indicators.counted (cell_id, unit_no, year, place, said)
            select * from unnest(?::smallint[], ?::int[], ?::smallint[], ?::bytea[], ?::bytea[])
            on conflict (cell_id, unit_no, year) do update set place = excluded.place, said = excluded.said""";

    private final DSLContext db;
    private final FixedStatements statements;

    CountedRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** A unit's year. */
    record UnitYear(short cell, int unit, int year) {

        private static UnitYear of(Record row) {
            return new UnitYear(
                    row.get("cell_id", short.class), row.get("unit_no", int.class), row.get("year", int.class));
        }
    }

    /** What was counted of it, and where. */
    record Counted(Placement place, YearSheets said) {

        static final Counted NOTHING = new Counted(Placement.NOWHERE, YearSheets.NONE);
    }

    Map<UnitYear, Counted> of(Collection<UnitYear> wanted) {
        var found = new HashMap<UnitYear, Counted>();
        statements.query(
                OF,
                (row, number) -> {
                    found.put(
                            new UnitYear(row.getShort("cell_id"), row.getInt("unit_no"), row.getInt("year")),
                            new Counted(Placement.read(row.getBytes("place")), YearSheets.read(row.getBytes("said"))));
                    return number;
                },
                wanted.stream().map(UnitYear::cell).distinct().toArray(Short[]::new),
                wanted.stream().map(UnitYear::unit).distinct().toArray(Integer[]::new),
                wanted.stream().map(one -> (short) one.year()).distinct().toArray(Short[]::new));
        return found;
    }

    void save(Map<UnitYear, Counted> counted) {
        var keys = List.copyOf(counted.keySet());
        var all = keys.stream()
                .map(key -> counted.getOrDefault(key, Counted.NOTHING))
                .toList();
        statements.execute(
                SAVE,
                keys.stream().map(UnitYear::cell).toArray(Short[]::new),
                keys.stream().map(UnitYear::unit).toArray(Integer[]::new),
                keys.stream().map(key -> (short) key.year()).toArray(Short[]::new),
                all.stream().map(one -> one.place().packed().written()).toArray(byte[][]::new),
                all.stream().map(one -> one.said().packed().written()).toArray(byte[][]::new));
    }

    /** Rows for years of which nothing is counted yet. */
    static CopyRows rows() {
        return new CopyRows("indicators.counted (cell_id, unit_no, year, place, said)");
    }

    static void add(CopyRows rows, UnitYear unit, Counted counted) {
        rows.add(unit.cell()).add(unit.unit()).add(unit.year());
        rows.add(counted.place().packed().written())
                .add(counted.said().packed().written())
                .end();
    }

    void copy(CopyRows rows) {
        statements.copy(rows);
    }

    /** Shows every unit's year with its place, packed as it was written. */
    void places(BiConsumer<UnitYear, byte[]> reader) {
        try (var rows = db.resultQuery("select cell_id, unit_no, year, place from indicators.counted")
                .fetchSize(FETCHED)
                .fetchLazy()) {
            for (var row : rows) {
                reader.accept(UnitYear.of(row), row.get("place", byte[].class));
            }
        }
    }

    Set<Integer> years() {
        return new HashSet<>(
                db.fetch("select distinct year from indicators.counted").getValues("year", Integer.class));
    }

    /** Every unit's year that has a sheet. */
    List<UnitYear> all(Collection<Integer> years) {
        return db.fetch(
                        "select distinct cell_id, unit_no, period / 100 as year from indicators.sheet where period / 100 = any(?)",
                        (Object) years.toArray(Integer[]::new))
                .map(UnitYear::of);
    }

    Set<Integer> sheetYears() {
        return new HashSet<>(db.fetch("select distinct period / 100 as year from indicators.sheet")
                .getValues("year", Integer.class));
    }

    void forget(Collection<Integer> years) {
        db.execute("delete from indicators.counted where year = any(?)", (Object)
                years.stream().map(Integer::shortValue).toArray(Short[]::new));
    }
}
