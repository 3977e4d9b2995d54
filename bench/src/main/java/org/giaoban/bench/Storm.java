package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Ten times as many as can be served: those who work, those who log in, those who read. The program and its database have one
 * processor, the generator the other. What is served in time must not be less than nine tenths of what can be.
 */
final class Storm {

    private static final int SECONDS = Integer.getInteger("bench.seconds", 12);
    /** A crowd is known as one after three seconds; what happens before is told apart. */
    private static final int KNOWN_AFTER = 4;

    private static final int ASKERS = 4;
    private static final int READERS = 16;
    private static final double GOAL = 0.9;

    private static final Path SHARED_BY_SESSION = Path.of("/proc/sys/kernel/sched_autogroup_enabled");

    private static final Duration WARM_UP_MOST = Duration.ofMinutes(4);

    private final ServerUnderTest server;
    private final Errands errands;
    private final URI address;

    private Storm(ServerUnderTest server) {
        this.server = server;
        address = server.address();
        errands = new Errands(address);
    }

    static void measure(Path jar) throws Exception {
        tellWhoSharesTheProcessor();
        try (var scratch = Scratch.of("storm");
                var server = ServerUnderTest.onOneProcessor(jar, scratch.folder())) {
            Processors.pin(ProcessHandle.current(), 1);
            new Storm(server).everything();
        }
    }

    /** By session, the program's threads together count as much as one process of its database: no service is run like that. */
    private static void tellWhoSharesTheProcessor() throws IOException {
        if (Files.exists(SHARED_BY_SESSION)
                && Files.readString(SHARED_BY_SESSION).strip().equals("1")) {
            System.out.println("kernel.sched_autogroup_enabled = 1: outside a control group the figures mean little");
        }
    }

    private void everything() throws Exception {
        var twin = errands.begin(ASKERS);
        var capacity = capacity(ASKERS, () -> errands.work(twin));
        System.out.printf("%nworking pages, closed loop: %.0f/s can be served%n", capacity);
        for (var times : List.of(1, 2, 5, 10)) {
            flood("working pages x " + times, times * capacity, capacity, () -> errands.work(twin));
        }
        logIns(capacity, twin);
        keptPages(capacity, twin);
        readers(capacity, twin);
    }

    /** What is served a second by a program that has been doing it for a while. */
    private double capacity(int askers, Rush.Deed deed) throws Exception {
        new CompilerWork(server.process()).warmUp(WARM_UP_MOST, () -> Rush.closed(askers, SECONDS / 2, deed));
        return Rush.closed(askers, SECONDS, deed).goodput();
    }

    private void flood(String name, double perSecond, double capacity, Rush.Deed deed) throws Exception {
        var tally = Rush.open(perSecond, SECONDS + KNOWN_AFTER, deed);
        var recovered = recovery();
        System.out.printf(
                "%-24s first %ds %s%n",
                name, KNOWN_AFTER, tally.between(0, KNOWN_AFTER).told());
        var steady = tally.between(KNOWN_AFTER, SECONDS + KNOWN_AFTER);
        System.out.printf("%-24s then     %s%n", "", steady.told());
        System.out.printf(
                "%-24s %.0f %% of what can be served, in time again %.1f s after%n",
                "", 100 * steady.goodput() / capacity, recovered);
        if (perSecond > 9 * capacity) {
            System.out.printf(
                    "%-24s goal >= %.0f %%, p99 <= 500 ms, recovery <= 5 s: %s%n",
                    "",
                    100 * GOAL,
                    steady.goodput() >= GOAL * capacity && steady.p99() <= Rush.IN_TIME && recovered <= 5
                            ? "reached"
                            : "NOT REACHED");
        }
    }

    /** People who come to log in, each from an address of his own: alone, and while others work. */
    private void logIns(double capacity, Guest twin) throws Exception {
        var alone = capacity(2, errands::logIn);
        System.out.printf("%nlog-ins, closed loop: %.1f/s can be served%n", alone);
        flood("log-ins x 10", 10 * alone, alone, errands::logIn);
        beside("work at half, log-ins x 10", 0.5 * capacity, () -> errands.work(twin), 10 * alone, errands::logIn);
    }

    /** Ten times as many readers of a page that all read; then people log in and work beside them. */
    private void keptPages(double capacity, Guest twin) throws Exception {
        if (!Wrk.here()) {
            System.out.println("\nwrk is not installed: readers of one page were not measured");
            return;
        }
        var page = address.resolve("/").toString();
        new CompilerWork(server.process()).warmUp(WARM_UP_MOST, () -> Wrk.readers(page, READERS, SECONDS / 2));
        var some = Wrk.readers(page, READERS, SECONDS);
        var crowd = Wrk.readers(page, 10 * READERS, SECONDS);
        System.out.printf(
                "%nthe front page for %d readers side by side: %,.0f/s, p99 %.0f ms; for ten times as many: %,.0f/s, p99 %.0f ms, %d not answered: %.0f %%, goal >= %.0f: %s%n",
                READERS,
                some.perSecond(),
                some.p99(),
                crowd.perSecond(),
                crowd.p99(),
                crowd.failed(),
                100 * crowd.perSecond() / some.perSecond(),
                100 * GOAL,
                crowd.perSecond() >= GOAL * some.perSecond() && crowd.p99() <= Rush.IN_TIME
                        ? "reached"
                        : "NOT REACHED");
        besideReaders("work at a quarter, readers x 10", page, 0.25 * capacity, () -> errands.work(twin));
        besideReaders("log-in 2/s, readers x 10", page, 2, errands::logIn);
    }

    private void besideReaders(String name, String page, double calm, Rush.Deed deed) throws Exception {
        errands.hangUp();
        var crowd = Thread.ofPlatform().start(() -> {
            try {
                Wrk.readers(page, 10 * READERS, SECONDS + KNOWN_AFTER + 2);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        System.out.printf(
                "%-32s %s%n", name, Rush.open(calm, SECONDS + KNOWN_AFTER, deed).told());
        crowd.join();
    }

    /** A crowd of visitors who search, for whom no page is kept: log-in and work go on. */
    private void readers(double capacity, Guest twin) throws Exception {
        var alone = capacity(ASKERS, errands::search);
        System.out.printf("%nvisitors who search, closed loop: %.0f/s can be served%n", alone);
        flood("searches x 10", 10 * alone, alone, errands::search);
        beside("kept pages 50/s, searches x 10", 50, () -> errands.status("/", ""), 10 * alone, errands::search);
        beside(
                "work at a quarter, readers x 10",
                0.25 * capacity,
                () -> errands.work(twin),
                10 * alone,
                errands::search);
        beside("log-in 2/s, readers x 10", 2, errands::logIn, 10 * alone, errands::search);
    }

    private void beside(String name, double calm, Rush.Deed deed, double storm, Rush.Deed others) throws Exception {
        errands.hangUp();
        var found = new Rush.Tally[1];
        var crowd = Thread.ofPlatform().start(() -> {
            try {
                found[0] = Rush.open(storm, SECONDS + KNOWN_AFTER, others);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        var tally = Rush.open(calm, SECONDS + KNOWN_AFTER, deed);
        crowd.join();
        System.out.printf("%-32s %s%n", name, tally.told());
        System.out.printf("%-32s %s%n", "  the crowd", found[0].told());
    }

    /** Until three in a row are answered in time. */
    private double recovery() throws InterruptedException {
        var began = System.nanoTime();
        for (var good = 0; good < 3; ) {
            var at = System.nanoTime();
            good = errands.status("/login", "") == 200 && (System.nanoTime() - at) / 1e6 <= Rush.IN_TIME ? good + 1 : 0;
            Thread.sleep(50);
        }
        return (System.nanoTime() - began) / 1e9;
    }
}
