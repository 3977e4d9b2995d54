package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ten times as many as can be served: those who work, those who log in, those who read. The program and its database have one
 * processor, the generator the other. What is served in time must not be less than nine tenths of what can be.
 */
final class Storm {

    private static final String PASSWORD = "giaoban-2018";
    private static final int SECONDS = Integer.getInteger("bench.seconds", 12);
    /** A crowd is known as one after three seconds; what happens before is told apart. */
    private static final int KNOWN_AFTER = 4;

    private static final int ASKERS = 4;
    private static final double GOAL = 0.9;
    private static final String COMMENTS = "/returns/SL-%02d/TH-THANG/2018-11/comments";
    private static final List<String> WORDS = List.of(
            "chi", "bo", "dang", "vien", "giao", "ban", "xa", "nong", "thon", "moi", "hop", "viec", "huyen", "uy");
    private static final List<String> PAGES =
            List.of("/work", "/returns", "/tasks", "/board/SL/2018-11?span=month", "/account", "/units");

    private final URI address;
    private final ConcurrentLinkedQueue<Guest> workers = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Wire> lines = new ConcurrentLinkedQueue<>();

    private Storm(URI address) {
        this.address = address;
    }

    static void measure(Path jar) throws Exception {
        var data = Files.createTempDirectory("giaoban-storm-");
        try (var server = ServerUnderTest.onOneProcessor(jar, data)) {
            Processors.pin(ProcessHandle.current(), 1);
            new Storm(server.address()).everything();
        } finally {
            new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
        }
    }

    private void everything() throws Exception {
        for (var guest = 0; guest < ASKERS; guest++) {
            workers.add(atWork());
        }
        var twin = workers.peek();
        for (var round = 0; round < 3; round++) {
            Rush.closed(ASKERS, SECONDS / 2, () -> work(twin));
        }
        var capacity = Rush.closed(ASKERS, SECONDS, () -> work(twin)).goodput();
        System.out.printf("%nworking pages, closed loop: %.0f/s can be served%n", capacity);
        for (var times : List.of(1, 2, 5, 10)) {
            flood("working pages x " + times, times * capacity, capacity, () -> work(twin));
        }
        logIns(capacity, twin);
        readers(capacity, twin);
    }

    /** Somebody who has opened a page with a form: the token of the log-in page goes with the log-in. */
    private Guest atWork() throws IOException {
        var guest = Guest.loggedIn(address, "vanphong", PASSWORD);
        guest.look(COMMENTS.formatted(1) + "?indicator=TC10");
        return guest;
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
        var alone = Rush.closed(2, SECONDS, this::logIn).goodput();
        System.out.printf("%nlog-ins, closed loop: %.1f/s can be served%n", alone);
        flood("log-ins x 10", 10 * alone, alone, this::logIn);
        beside("work at half, log-ins x 10", 0.5 * capacity, () -> work(twin), 10 * alone, this::logIn);
    }

    /** A crowd of visitors who search, for whom no page is kept: log-in and work go on. */
    private void readers(double capacity, Guest twin) throws Exception {
        var alone = Rush.closed(ASKERS, SECONDS, this::search).goodput();
        System.out.printf("%nvisitors who search, closed loop: %.0f/s can be served%n", alone);
        flood("searches x 10", 10 * alone, alone, this::search);
        beside("kept pages 50/s, searches x 10", 50, () -> status("/", ""), 10 * alone, this::search);
        beside("work at a quarter, readers x 10", 0.25 * capacity, () -> work(twin), 10 * alone, this::search);
        beside("log-in 2/s, readers x 10", 2, this::logIn, 10 * alone, this::search);
    }

    private void beside(String name, double calm, Rush.Deed deed, double storm, Rush.Deed others) throws Exception {
        hangUp();
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

    /** Lines that nobody used for a while have been closed at the other end. */
    private void hangUp() throws IOException {
        for (var guest = workers.poll(); guest != null; guest = workers.poll()) {
            guest.hangUp();
        }
    }

    /** Until three in a row are answered in time. */
    private double recovery() throws InterruptedException {
        var began = System.nanoTime();
        for (var good = 0; good < 3; ) {
            var at = System.nanoTime();
            good = status("/login", "") == 200 && (System.nanoTime() - at) / 1e6 <= Rush.IN_TIME ? good + 1 : 0;
            Thread.sleep(50);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** One of the pages somebody at work opens, and now and then something written. */
    private int work(Guest somebody) throws IOException {
        var free = workers.poll();
        var guest = free == null ? somebody.again() : free;
        try {
            var random = ThreadLocalRandom.current();
            var status = random.nextInt(6) == 0
                    ? guest.send(
                            COMMENTS.formatted(1 + random.nextInt(12)),
                            Map.of("indicator", "TC10", "text", "Ghi giữa lúc đông, " + random.nextInt()))
                    : guest.ask(PAGES.get(random.nextInt(PAGES.size())));
            workers.add(guest);
            return status;
        } catch (IOException broken) {
            guest.hangUp();
            throw broken;
        }
    }

    private int search() throws IOException {
        var random = ThreadLocalRandom.current();
        return status(
                "/tin?q=" + WORDS.get(random.nextInt(WORDS.size())) + "%20" + WORDS.get(random.nextInt(WORDS.size())),
                "");
    }

    private int logIn() throws IOException {
        var random = ThreadLocalRandom.current();
        var from = "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
        return Guest.tryToLogIn(address, "xa%02d".formatted(1 + random.nextInt(12)), PASSWORD, from);
    }

    private int status(String path, String headers) {
        try {
            var free = lines.poll();
            var line = free == null ? new Wire(address) : free;
            var status = line.send("GET " + path, headers, "").status();
            lines.add(line);
            return status;
        } catch (IOException e) {
            return 0;
        }
    }
}
