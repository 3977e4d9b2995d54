package org.giaoban.reporting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.indicators.BulkFigures;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Refused;
import org.giaoban.reporting.BulkBatch.Checked;
import org.giaoban.reporting.BulkBatch.Place;
import org.giaoban.reporting.ValueFile.Row;
import org.giaoban.reporting.ValueReader.Read;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and checks many returns at once: what is known of them is asked in a few statements for all. */
@Service
@Transactional(readOnly = true)
class BulkPreparation {

    private final Door door;
    private final Examination examination;
    private final BulkReturnRepository repository;
    private final BulkFigures figures;

    BulkPreparation(Door door, Examination examination, BulkReturnRepository repository, BulkFigures figures) {
        this.door = door;
        this.examination = examination;
        this.repository = repository;
        this.figures = figures;
    }

    /** {@code writing} is being written while these are prepared. */
    BulkBatch prepare(List<List<Row>> returns, BulkBatch writing) {
        var batch = new BulkBatch();
        var reads = read(returns, batch);
        var known = repository.known(reads.stream().map(Read::key).toList());
        var before = byPeriod(reads, this::before);
        var begun = byPeriod(reads, this::begun);
        var lookedBackTo = new HashMap<Period, Set<String>>();
        var fresh = new Fresh();
        for (var read : reads) {
            var codes = lookedBackTo.computeIfAbsent(read.key().period(), figures::lookedBackTo);
            var place = Place.of(read.key());
            var row = known.get(read.key().href());
            if (row == null && !begun.containsKey(place) && !writing.speaksOf(place) && !batch.speaksOf(place)) {
                var last = new HashMap<>(before.getOrDefault(place, Map.of()));
                Stream.of(writing, batch).forEach(each -> each.tell(Place.before(read.key()), codes, last));
                fresh.add(read, last);
                batch.said(read);
            } else if (row != null && row.settled(read)) {
                batch.unchanged();
            } else {
                batch.other(read);
            }
        }
        fresh.groups.values().forEach(group -> examine(group, batch));
        return batch;
    }

    /** Returns nobody began, those of one form and period together. */
    private static final class Fresh {

        private final Map<Asked, Group> groups = new LinkedHashMap<>();

        private record Asked(String form, Period period) {}

        private record Group(
                List<Read> reads, Map<ReturnKey, ReturnReading> readings, Map<UnitId, Map<String, Figure>> before) {}

        private void add(Read read, Map<String, Figure> before) {
            var key = read.key();
            var group = groups.computeIfAbsent(
                    new Asked(key.form().code(), key.period()),
                    asked -> new Group(new ArrayList<>(), new IdentityHashMap<>(), new HashMap<>()));
            group.reads.add(read);
            group.readings.put(key, read.reading());
            group.before.put(key.unit().id(), before);
        }
    }

    private void examine(Fresh.Group group, BulkBatch batch) {
        var first = group.reads().getFirst().key();
        var asked = new GridReader.Asked(
                first.form(), first.period(), examination.indicators(first.form(), first.period()));
        var examined = examination.of(asked, group.readings(), group.before());
        group.reads()
                .forEach(read -> batch.fresh(new Checked(
                        read,
                        Objects.requireNonNull(examined.get(read.key().unit().id())))));
    }

    /** What units said for the period before, as far as some check looks back to it. */
    private Map<UnitId, Map<String, Figure>> before(Collection<UnitId> units, Period period) {
        return figures.said(units, period.previous(), figures.lookedBackTo(period));
    }

    private List<Read> read(List<List<Row>> returns, BulkBatch batch) {
        var reader = new ValueReader(door, examination);
        var reads = new ArrayList<Read>();
        var seen = new HashSet<String>();
        for (var rows : returns) {
            try {
                var read = reader.read(rows);
                if (!seen.add(read.key().href())) {
                    throw new Refused("reporting.values.apart");
                }
                reads.add(read);
            } catch (Refused refused) {
                batch.refuse(rows.getFirst().number(), refused.text());
            }
        }
        return reads;
    }

    private Map<UnitId, Map<String, Figure>> begun(Collection<UnitId> units, Period period) {
        return figures.begun(units, period).stream().collect(Collectors.toMap(unit -> unit, unit -> Map.of()));
    }

    /** Asks once for each period. */
    private static Map<Place, Map<String, Figure>> byPeriod(
            List<Read> reads, BiFunction<Collection<UnitId>, Period, Map<UnitId, Map<String, Figure>>> asked) {
        Map<Period, Set<UnitId>> units = new HashMap<>();
        reads.forEach(read -> units.computeIfAbsent(read.key().period(), any -> new HashSet<>())
                .add(read.key().unit().id()));
        var found = new HashMap<Place, Map<String, Figure>>();
        units.forEach((when, ids) -> asked.apply(ids, when)
                .forEach((unit, figures) -> found.put(new Place(unit, when), Objects.requireNonNull(figures))));
        return found;
    }
}
