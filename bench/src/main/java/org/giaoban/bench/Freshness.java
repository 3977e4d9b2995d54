package org.giaoban.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How long after returns were acknowledged the figure at the top holds all of them, as a program reads it there. */
final class Freshness implements AutoCloseable {

    private static final String TOP = "T1";
    private static final int CODE = Sheet40.CODES.indexOf("TC20");
    private static final long BETWEEN_MILLIS = 100;
    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.]+)");

    private final URI address;
    private final String token;
    private final Map<String, Integer> units = new HashMap<>();
    private final Writers writers;
    private final List<Double> millis = new ArrayList<>();
    private final Thread watch;
    private volatile boolean watching = true;

    private Freshness(URI address, SmallTree tree, Writers writers) {
        this.address = address;
        token = tree.office(TOP);
        tree.units().forEach(unit -> units.put(unit, units.size()));
        this.writers = writers;
        watch = Thread.ofPlatform().start(this::watch);
    }

    /** Looks again and again, until it is closed. */
    static Freshness of(URI address, SmallTree tree, Writers writers) {
        return new Freshness(address, tree, writers);
    }

    /** Only after it is closed. */
    Samples samples() {
        return new Samples(millis);
    }

    private void watch() {
        try (var wire = new Wire(address)) {
            while (watching) {
                Thread.sleep(BETWEEN_MILLIS);
                var month = writers.newestMonth();
                var began = System.nanoTime();
                var acknowledged = acknowledged(month);
                while (shown(wire, month).compareTo(acknowledged) < 0) {
                    Thread.onSpinWait();
                }
                millis.add((System.nanoTime() - began) / 1e6);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What all returns of the month that were acknowledged so far come to below the top. */
    private BigDecimal acknowledged(int month) {
        var end = "/" + Sheet40.month(month);
        var sum = 0L;
        for (var path : writers.acknowledged().keySet()) {
            if (path.endsWith(end) && path.contains("/" + TOP + "-")) {
                sum += Sheet40.value(CODE, units.getOrDefault(path.split("/")[4], 0), month, 1);
            }
        }
        return BigDecimal.valueOf(sum);
    }

    private BigDecimal shown(Wire wire, int month) throws IOException {
        var path = "/api/v1/figures?unit=" + TOP + "&period=" + Sheet40.month(month) + "&indicator="
                + Sheet40.CODES.get(CODE);
        var found = VALUE.matcher(wire.get(path, token).body());
        return found.find() ? new BigDecimal(found.group(1)) : BigDecimal.ZERO;
    }

    @Override
    public void close() throws InterruptedException {
        watching = false;
        watch.join();
    }
}
