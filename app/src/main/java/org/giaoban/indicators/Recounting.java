package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.giaoban.indicators.CountedRepository.UnitYear;
import org.giaoban.indicators.YearCount.Ground;
import org.giaoban.indicators.YearCount.Part;
import org.giaoban.indicators.YearReader.Cells;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Successions;
import org.giaoban.platform.Actor;
import org.springframework.stereotype.Component;

/**
 * Counts whole years from nothing. Several read and add up, each some cells and each on a connection of its own; what they
 * find is written by the caller's thread, in the caller's transaction. Its caller holds the lock of the counting.
 */
@Component
class Recounting {

    private static final int MOST_READERS = 4;
    private static final int SHARES_EACH = 3;
    private static final int WAITING = 4;
    private static final int WIDE = 500;
    private static final int PATIENCE_MILLIS = 50;

    private final Organization organization;
    private final Successions successions;
    private final Headcounts headcounts;
    private final Indicators indicators;
    private final OwnerRepository owners;
    private final YearReader reader;
    private final CountedRepository counted;
    private final TotalRepository totals;
    private final Actor actor;

    Recounting(
            Organization organization,
            Successions successions,
            Headcounts headcounts,
            Indicators indicators,
            OwnerRepository owners,
            YearReader reader,
            CountedRepository counted,
            TotalRepository totals,
            Actor actor) {
        this.organization = organization;
        this.successions = successions;
        this.headcounts = headcounts;
        this.indicators = indicators;
        this.owners = owners;
        this.reader = reader;
        this.counted = counted;
        this.totals = totals;
        this.actor = actor;
    }

    /** Forgets all that was counted of these years and counts it again. */
    void recount(Collection<Integer> years) {
        totals.forget(years);
        counted.forget(years);
        new TreeSet<>(years).forEach(this::recount);
    }

    private void recount(int year) {
        var all = counted.all(List.of(year));
        var places = places(all);
        var ground = new Ground(places, wide(places), Takings.of(indicators, year), reader.indicators());
        var readers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_READERS);
        var waiting = new ArrayBlockingQueue<Part>(WAITING);
        var stopped = new AtomicBoolean();
        try (var pool = Executors.newFixedThreadPool(readers)) {
            try {
                var tasks = shares(all, readers * SHARES_EACH).stream()
                        .map(cells -> CompletableFuture.runAsync(
                                () -> read(
                                        year, cells, new YearCount(year, ground, part -> give(waiting, part, stopped))),
                                pool))
                        .toArray(CompletableFuture[]::new);
                save(waiting, CompletableFuture.allOf(tasks));
            } finally {
                stopped.set(true);
            }
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void read(int year, Cells cells, YearCount count) {
        actor.asSystem(() -> {
            reader.read(year, cells, count);
            count.end();
        });
    }

    private static void give(BlockingQueue<Part> waiting, Part part, AtomicBoolean stopped) {
        try {
            while (!waiting.offer(part, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped.get()) {
                    throw new IllegalStateException("What was counted could not be written");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void save(BlockingQueue<Part> waiting, CompletableFuture<Void> reading) {
        while (!reading.isDone() || !waiting.isEmpty()) {
            try {
                var part = waiting.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (part != null) {
                    counted.copy(part.counted());
                    totals.add(part.differences().totals(), part.differences().owners());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        reading.join();
    }

    /** Where each unit counts, by its number; units of one place share one object. */
    private Map<Integer, Placement> places(List<UnitYear> all) {
        Map<Integer, UnitId> ids = owners.units(all.stream().map(UnitYear::unit).toList());
        var placer = new Placer(organization, successions, owners, headcounts);
        var same = new HashMap<Placement, Placement>();
        var places = new HashMap<Integer, Placement>();
        for (var one : all) {
            var place = placer.of(Objects.requireNonNull(ids.get(one.unit())), one.year());
            places.put(one.unit(), Objects.requireNonNullElse(same.putIfAbsent(place, place), place));
        }
        return places;
    }

    /** The numbers of units above so many others that every part of the work changes their totals. */
    private static Set<Integer> wide(Map<Integer, Placement> places) {
        var below = new HashMap<Integer, Integer>();
        for (var place : places.values()) {
            place.in(Run.MONTHS)
                    .above()
                    .forEach(above -> below.merge(above.owner().number(), 1, Integer::sum));
        }
        below.values().removeIf(units -> units < WIDE);
        return below.keySet();
    }

    /** Cells with about as many units in each share. */
    private static List<Cells> shares(List<UnitYear> all, int wanted) {
        var sorted = all.stream().mapToInt(UnitYear::cell).sorted().toArray();
        var shares = new ArrayList<Cells>();
        var first = Short.MIN_VALUE + 0;
        for (var share = 1; share <= wanted; share++) {
            var last = share == wanted ? Short.MAX_VALUE : sorted[(int) ((long) sorted.length * share / wanted)];
            if (last >= first) {
                shares.add(new Cells(first, last));
                first = last + 1;
            }
        }
        return shares;
    }
}
