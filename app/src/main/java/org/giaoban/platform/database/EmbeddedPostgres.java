package org.giaoban.platform.database;

import java.nio.file.Path;

/** Stand-in until the launcher lands. */
public final class EmbeddedPostgres implements AutoCloseable {
    public static EmbeddedPostgres start(Path data) {
        throw new IllegalStateException();
    }

    public static EmbeddedPostgres startForTests(Path folder) {
        throw new IllegalStateException();
    }

    public String jdbcUrl() {
        return "";
    }

    public String user() {
        return "";
    }

    public String password() {
        return "";
    }

    @Override
    public void close() {}
}
