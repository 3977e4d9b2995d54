package org.giaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for one measurement; it is gone afterwards, also what belongs to the database's own user. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch of(String what) throws IOException {
        return new Scratch(Files.createTempDirectory("giaoban-" + what + "-"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }
}
