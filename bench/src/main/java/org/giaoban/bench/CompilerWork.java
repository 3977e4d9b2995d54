package org.giaoban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Says when a program's Java compiler has little left to do: a program that has been running for a while is what people meet.
 * Linux only, which names the threads and what they have used.
 */
final class CompilerWork {

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final double LITTLE = 0.1;

    /** Fields of a thread's line behind its name, in hundredths of a second: proc(5). */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final double TICKS = 100;

    private final ProcessHandle server;
    private final long began = System.nanoTime();
    private long looked = began;
    private double used;
    private double share = 1;

    CompilerWork(ProcessHandle server) {
        this.server = server;
        used = seconds();
    }

    /** Something a program is asked to do again and again. */
    interface Round {
        void run() throws Exception;
    }

    /** Asks again and again until the compiler has little left to do; says when that was. */
    void warmUp(Duration most, Round round) throws Exception {
        var watch = Thread.ofPlatform().start(() -> awaitLittle(most));
        while (watch.isAlive()) {
            round.run();
        }
        System.out.println(this);
    }

    /** Waits until it has used less than a tenth of a processor over ten seconds, and no longer than this. */
    void awaitLittle(Duration most) {
        while (share > LITTLE && System.nanoTime() - began < most.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
            var now = seconds();
            share = Math.max(0, now - used) * 1e9 / (System.nanoTime() - looked);
            used = now;
            looked = System.nanoTime();
        }
    }

    @Override
    public String toString() {
        return "the compiler used %.2f of a processor after %.0f s".formatted(share, (System.nanoTime() - began) / 1e9);
    }

    private double seconds() {
        var tasks = Path.of("/proc", String.valueOf(server.pid()), "task");
        try (var all = Files.list(tasks)) {
            return all.mapToDouble(CompilerWork::seconds).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(Path task) {
        try {
            var line = Files.readString(task.resolve("stat"));
            var name = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
            if (!name.matches("C[12] Comp.*")) {
                return 0;
            }
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
