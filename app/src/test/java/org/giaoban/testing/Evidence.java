package org.giaoban.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The raw log of a test of trust, {@code target/evidence/<name>.log}: what was done, with which seed, and what came of it. */
public final class Evidence {

    private static final Path FOLDER = Path.of(System.getProperty("giaoban.evidence", "target/evidence"));

    private static final Map<String, Evidence> BEGUN = new ConcurrentHashMap<>();

    private final Path file;

    private Evidence(Path file) {
        this.file = file;
    }

    /** The log of that name, begun anew by each run. */
    public static Evidence of(String name) {
        return BEGUN.computeIfAbsent(name, Evidence::begun);
    }

    private static Evidence begun(String name) {
        try {
            Files.createDirectories(FOLDER);
            var file = FOLDER.resolve(name + ".log");
            Files.writeString(file, "# " + name + " " + Instant.now() + "\n", StandardCharsets.UTF_8);
            return new Evidence(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seed of this run: the one asked for by {@code -Dgiaoban.seed}, otherwise a fresh one. */
    public long seed() {
        long seed = Long.getLong("giaoban.seed", System.nanoTime());
        say("seed %d", seed);
        return seed;
    }

    /** One line in the log and on the console. */
    public synchronized void say(String line, Object... facts) {
        var text = line.formatted(facts);
        System.out.println(text);
        note(text);
    }

    /** One line in the log alone. */
    public synchronized void note(String text) {
        try {
            Files.writeString(file, text + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
