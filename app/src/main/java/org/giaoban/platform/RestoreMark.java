package org.giaoban.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;

/** The note that a restore leaves in the data folder until the first start has done what restored data need. */
public record RestoreMark(Path file) {

    public static RestoreMark in(Path data) {
        return new RestoreMark(data.resolve("restored.properties"));
    }

    public boolean present() {
        return Files.exists(file);
    }

    /** What the restore said of itself. */
    public Properties facts() {
        var facts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            facts.load(in);
            return facts;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    public void leave(Properties facts) {
        var text = new StringBuilder();
        new TreeMap<>(facts)
                .forEach((name, value) ->
                        text.append(name).append('=').append(value).append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    void takeAway() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + file, e);
        }
    }
}
