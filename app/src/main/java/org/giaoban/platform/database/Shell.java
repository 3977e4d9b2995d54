package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a short command and waits for it. */
final class Shell {

    private Shell() {}

    /** What a command said and how it ended. */
    record Outcome(int code, String output) {

        boolean ok() {
            return code == 0;
        }
    }

    static Outcome run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Interrupted while running " + command.getFirst(), e);
        }
    }

    /** True when the command exists and succeeds. */
    static boolean succeeds(List<String> command) {
        try {
            return run(command).ok();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Java can only send TERM and KILL; PostgreSQL wants INT for a fast and QUIT for an immediate stop. */
    static void signal(String name, long pid) {
        run(List.of("sh", "-c", "kill -s \"$0\" \"$1\"", name, Long.toString(pid)));
    }
}
