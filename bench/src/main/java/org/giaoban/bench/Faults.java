package org.giaoban.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The machine fails under somebody who works: the database stands still, is killed, its disk is full, the mail server is gone. What
 * was acknowledged has to be there afterwards, and all has to go on by itself. The full disk needs root, for a disk of its own.
 */
final class Faults {

    private static final int SECONDS = Integer.getInteger("bench.outage", 30);
    private static final int DISK_MB = 1400;
    private static final double SOON = 10;
    private static final int AWAY = 503;
    private static final String COMMENTS = "/returns/SL-01/TH-THANG/2018-11/comments";
    private static final String NOBODY = "--spring.mail.host=127.0.0.1";

    private final Path data;
    private final URI address;
    private final Guest guest;
    private int written;
    private int tried;

    private Faults(Path data, URI address) throws IOException {
        this.data = data;
        this.address = address;
        guest = Guest.loggedIn(address, "vanphong", "giaoban-2018");
        guest.look(COMMENTS + "?indicator=TC10");
    }

    static void measure(Path jar) throws Exception {
        var data = Files.createTempDirectory("giaoban-faults-");
        var disk = mounted(data);
        try (var server = ServerUnderTest.start(jar, data, NOBODY, "--spring.mail.port=9")) {
            var faults = new Faults(data, server.address());
            System.out.printf("%n%-26s %10s %10s %10s%n", "fault", "told after", "alive", "again after");
            faults.silent();
            faults.killed();
            if (disk) {
                faults.full();
            } else {
                System.out.println("disk full                  not tried: no disk of its own (root is needed)");
            }
            faults.recount();
        } finally {
            if (disk) {
                run("umount", "-l", data.toString());
            }
            run("rm", "-rf", data.toString());
        }
    }

    private void silent() throws Exception {
        var all = postgres();
        signal("STOP", all);
        var began = System.nanoTime();
        var told = toldOthers();
        TimeUnit.MILLISECONDS.sleep(Math.max(0, SECONDS * 1000L - (long) (since(began) * 1000)));
        var alive = alive();
        signal("CONT", all);
        tell("database silent " + SECONDS + " s", told, alive, again());
    }

    /** Until the first of those who come one after another is told; each has a connection of his own. */
    private double toldOthers() throws InterruptedException {
        var began = System.nanoTime();
        var told = new AtomicLong();
        while (told.get() == 0 && since(began) < SECONDS) {
            Thread.ofVirtual().start(() -> {
                try {
                    var twin = guest.again();
                    if (twin.ask("/account") == AWAY) {
                        told.compareAndSet(0, System.nanoTime());
                    }
                    twin.hangUp();
                } catch (IOException later) {
                    // not this one
                }
            });
            pause();
        }
        return told.get() == 0 ? SECONDS : (told.get() - began) / 1e9;
    }

    private void killed() throws Exception {
        signal("KILL", List.of(postmaster()));
        tell("database killed", 0, alive(), again());
    }

    /** Every byte of the disk is taken; then somebody makes room. */
    private void full() throws Exception {
        var filler = data.resolve("filler");
        run("dd", "if=/dev/zero", "of=" + filler, "bs=1M", "status=none");
        var told = until(AWAY, SECONDS);
        TimeUnit.SECONDS.sleep(Math.min(10, SECONDS));
        var alive = alive();
        Files.delete(filler);
        tell("disk full", told, alive, again());
    }

    /** Writes until the status is that; gives the seconds, or as many as allowed when it never was. */
    private double until(int status, int most) {
        var began = System.nanoTime();
        while (since(began) < most && write() != status) {
            pause();
        }
        return since(began);
    }

    /** Until three writes in a row are taken. */
    private double again() {
        var began = System.nanoTime();
        for (var good = 0; good < 3 && since(began) < 120; ) {
            good = write() == 303 ? good + 1 : 0;
            pause();
        }
        return since(began);
    }

    private int write() {
        try {
            var text = "Dòng số " + ++tried;
            var status = guest.send(COMMENTS, Map.of("indicator", "TC10", "text", text));
            written += status == 303 ? 1 : 0;
            return status;
        } catch (IOException broken) {
            try {
                guest.reconnect();
            } catch (IOException notYet) {
                return 0;
            }
            return 0;
        }
    }

    private boolean alive() throws IOException {
        try (var line = new Wire(address)) {
            return line.send("GET /livez", "", "").status() == 200;
        }
    }

    /** What was acknowledged is there; what nobody knows of may be there as well. */
    private void recount() throws Exception {
        try (var connection = Database.open(data);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from reporting.cell_comment where body like 'Dòng số %'")) {
            rows.next();
            var there = rows.getInt(1);
            System.out.printf(
                    "%,d comments acknowledged of %,d tried, %,d there: %s%n",
                    written, tried, there, there >= written && there <= tried ? "nothing lost" : "LOST");
        }
    }

    private static void tell(String fault, double told, boolean alive, double again) {
        System.out.printf(
                "%-26s %8.1f s %10s %8.1f s  %s%n",
                fault, told, alive ? "yes" : "NO", again, alive && again <= SOON ? "reached" : "NOT REACHED");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }

    private List<Long> postgres() throws IOException {
        var head = ProcessHandle.of(postmaster()).orElseThrow();
        return Stream.concat(Stream.of(head), head.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        for (var pid : pids) {
            run("kill", "-" + signal, String.valueOf(pid));
        }
    }

    private static boolean mounted(Path folder) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "mode=0755,size=" + DISK_MB + "m", "giaoban", folder.toString()) == 0;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
