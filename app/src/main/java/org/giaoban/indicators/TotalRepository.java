package org.giaoban.indicators;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.giaoban.indicators.OwnerRepository.Owner;
import org.giaoban.indicators.StampedMemory.Place;
import org.giaoban.indicators.StampedMemory.Stamped;
import org.giaoban.platform.Memory;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** The totals of units by month, remembered by their stamps. */
@Repository
class TotalRepository implements Memory {

    /** About as many steps as 50 MB hold: a year of forty indicators for some eighty units. */
    private static final int MOST_STEPS = 200_000;

    private static final String WHERE =
            " from indicators.total where cell_id = any(?) and unit_no = any(?) and month = any(?)";

    private final DSLContext db;
    private final StampedMemory<MonthTotal> memory = new StampedMemory<>(MOST_STEPS, MonthTotal::size);

    TotalRepository(DSLContext db) {
        this.db = db;
    }

    /** Months are written year × 100 + month. Where nothing was ever counted there is no stamp. */
    Set<Stamped> stamps(Collection<Owner> owners, Collection<Integer> months) {
        return owners.isEmpty()
                ? Set.of()
                : new HashSet<>(db.fetch("select unit_no, month, stamp" + WHERE, keys(owners, months))
                        .map(row -> new Stamped(place(row), row.get("stamp", long.class))));
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
        db.fetch("select unit_no, month, stamp, sums" + WHERE, keys(asked, months))
                .forEach(row -> {
                    if (places.contains(place(row))) {
                        found.put(
                                new Stamped(place(row), row.get("stamp", long.class)),
                                MonthTotal.read(row.get("sums", byte[].class)));
                    }
                });
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
                    return total.packed().hex();
                })
                .toArray(String[]::new);
        db.execute(
                "insert into indicators.total (cell_id, unit_no, month, stamp, sums)"
                        + " select c, u, m, nextval('indicators.total_stamp'), decode(s, 'hex')"
                        + " from unnest(?::smallint[], ?::int[], ?::int[], ?::text[]) as t (c, u, m, s)"
                        + " on conflict (cell_id, unit_no, month) do update set stamp = excluded.stamp, sums = excluded.sums",
                places.stream().map(place -> cell(place, owners)).toArray(Short[]::new),
                places.stream().map(Place::unit).toArray(Integer[]::new),
                places.stream().map(Place::period).toArray(Integer[]::new),
                sums);
    }

    private Map<Place, MonthTotal> stored(List<Place> places, Map<Integer, Owner> owners) {
        var wanted = new HashSet<>(places);
        var stored = new HashMap<Place, MonthTotal>();
        var asked = places.stream().map(Place::unit).distinct().map(owners::get).toList();
        db.fetch(
                        "select unit_no, month, sums" + WHERE,
                        keys(
                                asked,
                                places.stream().map(Place::period).distinct().toList()))
                .forEach(row -> {
                    if (wanted.contains(place(row))) {
                        stored.put(place(row), MonthTotal.read(row.get("sums", byte[].class)));
                    }
                });
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

    private static Place place(Record row) {
        return new Place(row.get("unit_no", int.class), row.get("month", int.class));
    }

    void forget(Collection<Integer> years) {
        db.execute("delete from indicators.total where month / 100 = any(?)", (Object) years.toArray(Integer[]::new));
    }

    @Override
    public void forget() {
        memory.forget();
    }
}
