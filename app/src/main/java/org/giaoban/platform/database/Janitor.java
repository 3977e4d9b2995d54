package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Cleans up after a process that may be killed at any moment: a shell that waits for the end of its input. */
final class Janitor {

    private static final String SCRIPT = "trap '' HUP INT TERM; read -r _; "
            + "for i in 1 2 3 4 5 6 7 8 9 10; do [ -e \"$2\" ] && sleep 1; done; "
            + "rm -rf \"$1\"";

    /** Their input stays open as long as this process lives. */
    private static final Queue<Process> WAITING = new ConcurrentLinkedQueue<>();

    private Janitor() {}

    /** Deletes the folder once this process and the server with the pid file are gone. */
    static void deleteAfterUs(Path folder, Path pidFile) {
        try {
            WAITING.add(new ProcessBuilder("sh", "-c", SCRIPT, "janitor", folder.toString(), pidFile.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start a shell", e);
        }
    }
}
