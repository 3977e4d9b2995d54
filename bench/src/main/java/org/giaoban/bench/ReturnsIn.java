package org.giaoban.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Returns through the whole product: sixteen programs at once, one alone, and where the time goes. */
public final class ReturnsIn {

    private static final Duration WARM_UP_MOST = Duration.ofMinutes(4);

    private static final double SECONDS = 20;
    private static final double PROFILED_SECONDS = 10;
    private static final int SINGLE = 400;
    private static final int LATER = 110;
    private static final double PER_SECOND = 300;
    private static final double P99_MILLIS = 150;
    private static final double FRESH_MILLIS = 1000;

    private ReturnsIn() {}

    public static void main(String[] args) throws Exception {
        measure(Path.of(args[0]));
    }

    static void measure(Path jar) throws Exception {
        try (var scratch = Scratch.of("returns")) {
            var data = scratch.folder();
            var tree = SmallTree.plant(jar, data);
            try (var server = ServerUnderTest.start(jar, data, false)) {
                many(server, tree, data);
                one(server, tree);
                whereTheTimeGoes(server, tree, data);
            }
        }
    }

    private static void many(ServerUnderTest server, SmallTree tree, Path data) throws Exception {
        System.out.printf(
                "%nreturns of %d units through the API, 40 values each%n",
                tree.units().size());
        var month = warmUp(server, tree);
        var writers = new Writers(server.address(), Sheet40.LARGE, tree.units());
        var before = Spent.sofar(server.process());
        var began = System.nanoTime();
        var fresh = Freshness.of(server.address(), tree, writers);
        Samples samples;
        double took;
        try (fresh) {
            samples = writers.run(tree.senders(), month, SECONDS);
            took = (System.nanoTime() - began) / 1e9;
        }
        var sent = samples.millis().size();
        System.out.printf(
                "%d writers: %.0f returns/s, p50 %.1f ms, p99 %.1f ms; load of the machine %s%n",
                SmallTree.WRITERS, sent / took, samples.percentile(50), samples.percentile(99), load());
        System.out.println(Spent.sofar(server.process()).since(before).each(sent));
        Peer.REPORTS.print(sent / took);
        System.out.printf(
                "goal >= %.0f returns/s, p99 <= %.0f ms: %s%n",
                PER_SECOND, P99_MILLIS, reached(sent / took >= PER_SECOND && samples.percentile(99) <= P99_MILLIS));
        System.out.printf(
                "meanwhile, from acknowledged until read at the top: %d looks, p50 %.0f ms, p99 %.0f ms; goal p99 <= %.0f ms: %s%n",
                fresh.samples().millis().size(),
                fresh.samples().percentile(50),
                fresh.samples().percentile(99),
                FRESH_MILLIS,
                reached(fresh.samples().percentile(99) <= FRESH_MILLIS));
        var recount = new Recount(data, tree, server.address()).judge(0, writers);
        System.out.printf("recounted: %s: %s%n", recount, reached(recount.good()));
    }

    /** The first month that is still to be sent. */
    private static int warmUp(ServerUnderTest server, SmallTree tree) throws Exception {
        var compiler = new CompilerWork(server.process());
        var writers = new Writers(server.address(), Sheet40.LARGE, tree.units());
        var until = Thread.ofPlatform().start(() -> {
            compiler.awaitLittle(WARM_UP_MOST);
            writers.stop();
        });
        writers.run(tree.senders(), 0, WARM_UP_MOST.toSeconds());
        until.join();
        System.out.println(compiler);
        return writers.nextMonth();
    }

    private static void one(ServerUnderTest server, SmallTree tree) throws Exception {
        var millis = new ArrayList<Double>();
        var sender = tree.senders().getFirst();
        try (var wire = new Wire(server.address())) {
            for (var number = 0; number < SINGLE; number++) {
                var unit = sender.units().get(number % sender.units().size());
                var month = number / sender.units().size();
                var path = path(Sheet40.SMALL, unit, month);
                var body = Sheet40.SMALL.body(tree.units().indexOf(unit), month, 1);
                var began = System.nanoTime();
                var answer = wire.put(path, sender.token(), path, body);
                millis.add((System.nanoTime() - began) / 1e6);
                if (answer.status() != 200) {
                    throw new IllegalStateException(answer.toString());
                }
            }
        }
        var samples = new Samples(millis);
        Peer.ONE_REPORT.print(samples.percentile(50));
        Peer.ONE_REPORT_LATE.print(samples.percentile(99));
    }

    private static void whereTheTimeGoes(ServerUnderTest server, SmallTree tree, Path data) throws Exception {
        var sender = tree.senders().getFirst();
        var unit = sender.units().getFirst();
        var number = tree.units().indexOf(unit);
        try (var wire = new Wire(server.address())) {
            for (var version : List.of(1, 2)) {
                var path = path(Sheet40.LARGE, unit, LATER);
                Statements.print(
                        version == 1 ? "a new return" : "a return sent again with other values",
                        data,
                        () -> wire.put(
                                path, sender.token(), path + version, Sheet40.LARGE.body(number, LATER, version)));
            }
        }
        JavaProfile.start(server.process());
        new Writers(server.address(), Sheet40.LARGE, tree.units()).run(tree.senders(), LATER + 1, PROFILED_SECONDS);
        JavaProfile.print(server.process(), data);
    }

    static String path(Sheet40 sheet, String unit, int month) {
        return "/api/v1/returns/" + unit + "/" + sheet.form() + "/" + Sheet40.month(month);
    }

    private static String reached(boolean goal) {
        return goal ? "reached" : "NOT REACHED";
    }

    private static String load() throws Exception {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }
}
