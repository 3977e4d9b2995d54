package org.giaoban.platform.database;

import java.nio.file.Path;

/** Run by tests in a process of its own: starts a server, says its number, and waits to be killed. */
final class ServerInAnotherJvm {

    private ServerInAnotherJvm() {}

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        var settings = LaunchSettings.standard().withBinaries(Path.of(args[1]));
        var postgres =
                args.length > 2 ? EmbeddedPostgres.startForTests(folder) : EmbeddedPostgres.start(folder, settings);
        System.out.println(postgres.pid().orElseThrow());
        System.out.flush();
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        postgres.close();
    }
}
