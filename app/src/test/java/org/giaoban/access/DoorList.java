package org.giaoban.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What somebody decided and wrote down: the lines of a list beside the tests, without its remarks. */
final class DoorList {

    private DoorList() {}

    static List<String> of(String resource) {
        try (var in = Objects.requireNonNull(DoorList.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
