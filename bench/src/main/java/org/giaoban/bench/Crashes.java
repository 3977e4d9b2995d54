package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills the program, its database, or both, again and again while sixteen programs send returns; afterwards nothing that
 * was acknowledged may be missing, and nothing may be there or be counted twice. The ledger is kept by the senders.
 */
public final class Crashes {

    private static final double SHORTEST_SECONDS = 0.5;
    private static final double LONGEST_SECONDS = 2.5;
    private static final int LONGEST_RECOVERY_SECONDS = 120;

    private final Path jar;
    private final Path data;
    private final Random random;
    private final int port;
    private final SmallTree tree;
    private ServerUnderTest server;

    /** What is killed. */
    private enum Victim {
        PROGRAM,
        DATABASE,
        BOTH
    }

    /** What was found when all was over. */
    public record Outcome(int kills, int acknowledged, int missing, int twice, int wrong, String figures) {

        /** Nothing lost, nothing counted twice. */
        public boolean good() {
            return acknowledged > 0 && missing == 0 && twice == 0 && wrong == 0 && figures.isEmpty();
        }
    }

    private Crashes(Path jar, Path data, long seed) throws IOException, InterruptedException, SQLException {
        this.jar = jar;
        this.data = data;
        this.random = new Random(seed);
        port = ServerUnderTest.freePort();
        tree = SmallTree.plant(jar, data);
        server = ServerUnderTest.soon(jar, data, port);
    }

    /** The jar, how many kills, and a seed to repeat a run by. */
    public static void main(String[] args) throws Exception {
        var seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        var outcome = run(Path.of(args[0]), Integer.parseInt(args[1]), seed);
        System.out.println(outcome + (outcome.good() ? ": reached" : ": NOT REACHED"));
        System.exit(outcome.good() ? 0 : 1);
    }

    public static Outcome run(Path jar, int kills, long seed) throws Exception {
        System.out.printf("%nkill -9, %d times, seed %d%n", kills, seed);
        try (var scratch = Scratch.of("crashes")) {
            var data = scratch.folder();
            return new Crashes(jar, data, seed).run(kills);
        }
    }

    private Outcome run(int kills) throws Exception {
        try {
            var writers = new Writers(server.address(), Sheet40.LARGE, tree.units());
            var sending = Thread.ofPlatform().start(() -> send(writers));
            for (var kill = 1; kill <= kills; kill++) {
                TimeUnit.MILLISECONDS.sleep((long) (1e3 * random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS)));
                kill(kill, Victim.values()[random.nextInt(Victim.values().length)], writers);
            }
            writers.stop();
            sending.join();
            return new Recount(data, tree, server.address()).judge(kills, writers);
        } finally {
            server.close();
        }
    }

    private void send(Writers writers) {
        try {
            writers.run(tree.senders(), 0, TimeUnit.HOURS.toSeconds(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(int number, Victim victim, Writers writers) throws Exception {
        var before = writers.acknowledged().size();
        if (victim != Victim.PROGRAM) {
            ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
        }
        var began = System.nanoTime();
        if (victim != Victim.DATABASE) {
            server.kill();
            server = ServerUnderTest.soon(jar, data, port);
        }
        while (writers.acknowledged().size() <= before + SmallTree.WRITERS) {
            if ((System.nanoTime() - began) / 1e9 > LONGEST_RECOVERY_SECONDS) {
                throw new IllegalStateException("No return was taken for two minutes after kill " + number);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        System.out.printf(
                "kill %2d: %-8s taking returns again after %.1f s, %,d acknowledged so far%n",
                number, victim, (System.nanoTime() - began) / 1e9, before);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .getFirst()
                .strip());
    }
}
