package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What an earlier run left in postmaster.pid: nothing, a dead number, or a server whose application is gone. */
final class LeftoverServer {

    private static final Duration FAST_STOP = Duration.ofSeconds(30);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** No process ever has this number, so PostgreSQL takes the file for stale. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    private LeftoverServer() {}

    /** Leaves the directory without a running server. Only for the one who holds its {@link Ownership}. */
    static void clear(PostgresHome home) {
        end(home);
        removeSockets(home);
    }

    private static void end(PostgresHome home) {
        try {
            var lines = Files.readAllLines(home.pidFile());
            if (lines.isEmpty()) {
                Files.delete(home.pidFile());
                return;
            }
            var pid = Long.parseLong(lines.getFirst().strip());
            if (serves(pid, home.cluster())) {
                stop(pid, home);
            } else if (exists(pid)) {
                markStale(home, lines);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + home.pidFile(), e);
        }
    }

    /**
     * A killed server leaves its socket's lock behind. PostgreSQL believes in it as long as anything has the number in it, be it
     * some thread of another program, as often after the machine was started anew.
     */
    private static void removeSockets(PostgresHome home) {
        try (var left = Files.newDirectoryStream(home.run(), ".s.PGSQL.*")) {
            for (var each : left) {
                Files.deleteIfExists(each);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot clear " + home.run(), e);
        }
    }

    /** Whether the directory is this process's, and not that of a server which was left over and took it first. */
    static boolean holds(long pid, PostgresHome home) {
        try (var lines = Files.lines(home.pidFile())) {
            return lines.findFirst().filter(Long.toString(pid)::equals).isPresent();
        } catch (IOException e) {
            return false; // not there yet, or gone with its server
        }
    }

    private static void stop(long pid, PostgresHome home) {
        Shell.signal("INT", pid);
        if (within(FAST_STOP, () -> !serves(pid, home.cluster()))) {
            return;
        }
        Shell.signal("QUIT", pid);
        if (!within(IMMEDIATE_STOP, () -> !serves(pid, home.cluster()))) {
            throw new DatabaseUnavailable("An old database server (process " + pid + ") in " + home.cluster()
                    + " does not stop. End it, then start again.");
        }
    }

    /**
     * Another process has the number now, or the dead server was never reaped. The file is not deleted: it also names
     * the shared memory, by which PostgreSQL sees whether some of the old server's children still write.
     */
    private static void markStale(PostgresHome home, List<String> lines) throws IOException {
        var stale = new java.util.ArrayList<>(lines);
        stale.set(0, NO_PROCESS);
        Files.write(home.pidFile(), stale);
    }

    /** True when the process is alive and runs on the given cluster. */
    static boolean serves(long pid, Path cluster) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            return stateOf(stat) != 'Z' && commandOf(pid).contains(cluster.toString());
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().commandLine())
                .filter(line -> line.contains(cluster.toString()))
                .isPresent();
    }

    private static boolean exists(long pid) {
        return ProcessHandle.of(pid).isPresent() || Files.exists(Path.of("/proc", Long.toString(pid)));
    }

    private static char stateOf(Path stat) {
        try {
            var text = Files.readString(stat);
            return text.charAt(text.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return 'Z'; // gone while we looked
        }
    }

    private static List<String> commandOf(long pid) {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .split("\0", -1));
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean within(Duration longest, BooleanSupplier done) {
        for (var left = longest.dividedBy(PAUSE); left > 0; left--) {
            if (done.getAsBoolean()) {
                return true;
            }
            Pause.of(PAUSE);
        }
        return done.getAsBoolean();
    }
}
