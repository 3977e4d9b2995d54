package org.giaoban.platform.database;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** The server as a direct child of this process. */
final class ServerProcess {

    private static final int FAST_STOP_SECONDS = 30;
    private static final int IMMEDIATE_STOP_SECONDS = 10;

    /** Where the kernel cannot tell the server of our death, a shell notices that our end of its input is closed. */
    private static final String WATCH_PARENT =
            "exec 3<&0; (read -r _ <&3; kill -s INT $$) & exec \"$@\" </dev/null 3<&-";

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(RunAs runAs, List<String> server, PostgresHome home) {
        var builder = builder(runAs, server).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var started = new CompletableFuture<Process>();
        // The kernel's notice goes out when the starting thread ends, not the process: this thread stays.
        Thread.ofPlatform().daemon().name("postgres-owner").start(() -> own(builder, started));
        try {
            return new ServerProcess(started.join());
        } catch (CompletionException e) {
            throw new DatabaseUnavailable("Cannot start " + server.getFirst(), e);
        }
    }

    private static ProcessBuilder builder(RunAs runAs, List<String> server) {
        if (runAs.diesWithUs()) {
            return new ProcessBuilder(runAs.command(server)).redirectInput(new File("/dev/null"));
        }
        var watched = new ArrayList<>(List.of("sh", "-c", WATCH_PARENT, "postgres"));
        watched.addAll(server);
        return new ProcessBuilder(runAs.command(watched));
    }

    private static void own(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            var process = builder.start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Until it has ended, for whatever reason. */
    void await() {
        process.onExit().join();
    }

    long pid() {
        return process.pid();
    }

    /** Closes our end of the server's input, as the end of this process would. */
    void letGo() throws IOException {
        process.getOutputStream().close();
    }

    /** Fast shutdown: open transactions end, everything acknowledged is written. */
    void stop() {
        if (!alive()) {
            return;
        }
        try {
            Shell.signal("INT", pid());
            if (!process.waitFor(FAST_STOP_SECONDS, TimeUnit.SECONDS)) {
                Shell.signal("QUIT", pid());
                if (!process.waitFor(IMMEDIATE_STOP_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
