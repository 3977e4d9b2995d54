package org.giaoban.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.platform.FixedStatements;
import org.giaoban.platform.Memory;
import org.springframework.stereotype.Repository;

/** The totals of units by month, remembered by their stamps. */
@Repository
class TotalRepository implements Memory {

    /** About as many steps as 50 MB hold: a year of forty indicators for some eighty units. */
    private static final int MOST_STEPS = 200_000;

    private static final String WHERE =
            " from indicators.total where cell_id = any(?) and unit_no = any(?) and month = any(?)";

    private static final String ADD = """
            insert into indicators.total (cell_id, unit_no, month, stamp, sums)
            select c, u, m, nextval('indicators.total_stamp'), s
            from unnest(?::smallint[], ?::int[], ?::int[], ?::bytea[]) as t (c, u, m, s)
            on conflict (cell_id, unit_no, month) do update set stamp = excluded.stamp, sums = excluded.sums""";

    private final FixedStatements statements;
    private final StampedMemory<MonthTotal> memory = new StampedMemory<>(MOST_STEPS, MonthTotal::size);

    TotalRepository(FixedStatements statements) {
        this.statements = statements;
    }

    /** Months are written year × 100 + month. Where nothing was ever counted there is no stamp. */
    Set<Stamped> stamps(Collection<Owner> owners, Collection<Integer> months) {
        return owners.isEmpty()
                ? Set.of()
                : new HashSet<>(statements.query(
                        "select unit_no, month, stamp" + WHERE,
                        (row, number) -> new Stamped(place(row), row.getLong("stamp")),
                        keys(owners, months)));
    }

    /** The totals under their stamps, or under later ones; not to be changed. */
    Map<Place, MonthTotal> of(Collection<Owner> owners, Set<Stamped> stamps) {
        return memory.of(stamps, missing -> load(owners, missing));
    }

    private Map<Stamped, MonthTotal> load(Collection<Owner> owners, List<Stamped> missing) {
        var units = new HashSet<Integer>();
        missing.forEach(one -> units.add(one.place().unit()));
        var months =
                missing.stream().map(one -> one.place().period()).distinct().toList();
        var asked =
                owners.stream().filter(owner -> units.contains(owner.number())).toList();
        var places = new HashSet<>(missing.stream().map(Stamped::place).toList());
        var found = new HashMap<Stamped, MonthTotal>();
        statements.query(
                "select unit_no, month, stamp, sums" + WHERE,
                (row, number) -> {
                    if (places.contains(place(row))) {
                        found.put(new Stamped(place(row), row.getLong("stamp")), MonthTotal.read(row.getBytes("sums")));
                    }
                    return number;
                },
                keys(asked, months));
        return found;
    }

    /** Adds to what is stored, in a fixed order. Only one may do that at a time. */
    void add(Map<Place, MonthTotal> differences, Map<Integer, Owner> owners) {
        var places = differences.keySet().stream()
                .sorted(java.util.Comparator.comparing(Place::unit).thenComparing(Place::period))
                .toList();
        var stored = stored(places, owners);
        var sums = places.stream()
                .map(place -> {
                    var total = stored.getOrDefault(place, new MonthTotal());
                    total.add(differences.getOrDefault(place, new MonthTotal()));
                    return total.packed().written();
                })
                .toArray(byte[][]::new);
        statements.execute(
                ADD,
                places.stream().map(place -> cell(place, owners)).toArray(Short[]::new),
                places.stream().map(Place::unit).toArray(Integer[]::new),
                places.stream().map(Place::period).toArray(Integer[]::new),
                sums);
    }

    private Map<Place, MonthTotal> stored(List<Place> places, Map<Integer, Owner> owners) {
        var wanted = new HashSet<>(places);
        var stored = new HashMap<Place, MonthTotal>();
        var asked = places.stream().map(Place::unit).distinct().map(owners::get).toList();
        statements.query(
                "select unit_no, month, sums" + WHERE,
                (row, number) -> {
                    if (wanted.contains(place(row))) {
                        stored.put(place(row), MonthTotal.read(row.getBytes("sums")));
                    }
                    return number;
                },
                keys(asked, places.stream().map(Place::period).distinct().toList()));
        return stored;
    }

    private static short cell(Place place, Map<Integer, Owner> owners) {
        return java.util.Objects.requireNonNull(owners.get(place.unit())).cell();
    }

    private static Object[] keys(Collection<Owner> owners, Collection<Integer> months) {
        return new Object[] {
            owners.stream().map(Owner::cell).distinct().toArray(Short[]::new),
            owners.stream().map(Owner::number).toArray(Integer[]::new),
            months.toArray(Integer[]::new)
        };
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getInt("unit_no"), row.getInt("month"));
    }

    void forget(Collection<Integer> years) {
        statements.execute(
                "delete from indicators.total where month / 100 = any(?)", (Object) years.toArray(Integer[]::new));
    }

    @Override
    public void forget() {
        memory.forget();
    }
}
