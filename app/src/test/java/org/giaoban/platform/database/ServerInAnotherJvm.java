package org.giaoban.platform.database;

import java.nio.file.Path;

/** Run by tests in a process of its own: starts a server, says its number, and waits to be killed. */
final class ServerInAnotherJvm {

    /** A server that is gone with its files when this process ends. */
    static final String FOR_TESTS = "for tests";

    /** A server that forces nothing to disk, started again and again on the same files: the fault that a power cut must find. */
    static final String CARELESS = "careless";

    private ServerInAnotherJvm() {}

    public static void main(String[] args) throws Exception {
        var postgres = start(Path.of(args[0]), LaunchSettings.standard().withBinaries(Path.of(args[1])), args);
        System.out.println(postgres.pid().orElseThrow());
        System.out.flush();
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        postgres.close();
    }

    private static EmbeddedPostgres start(Path folder, LaunchSettings settings, String... args) {
        var kind = args.length > 2 ? args[2] : "";
        return switch (kind) {
            case FOR_TESTS -> EmbeddedPostgres.startForTests(folder);
            case CARELESS -> EmbeddedPostgres.start(folder, settings.throwAway());
            default -> EmbeddedPostgres.start(folder, settings);
        };
    }
}
