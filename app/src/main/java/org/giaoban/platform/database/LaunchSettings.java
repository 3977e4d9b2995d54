package org.giaoban.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to run the embedded server.
 *
 * @param binaries where to unpack PostgreSQL, absent for the data directory itself
 * @param port the port to listen on, 0 for the one used last time or any free one
 * @param patience how long to wait for another process that starts, stops or uses the same directory
 */
public record LaunchSettings(
        @Nullable Path binaries, int port, Durability durability, Sharing sharing, Duration patience) {

    /** Whether an acknowledged write survives a power cut. */
    public enum Durability {
        DURABLE,
        /** For tests only: fast, and lost when the machine stops. */
        THROW_AWAY
    }

    /** What to do when another process already runs a server on the directory. */
    public enum Sharing {
        /** Use that server for as long as it runs. */
        ATTACH,
        /** Wait until it is gone: the server must not live by the grace of a short command. */
        OWN
    }

    public static LaunchSettings standard() {
        return new LaunchSettings(null, 0, Durability.DURABLE, Sharing.ATTACH, Duration.ofMinutes(1));
    }

    public LaunchSettings withBinaries(Path directory) {
        return new LaunchSettings(directory, port, durability, sharing, patience);
    }

    public LaunchSettings withPort(int wanted) {
        return new LaunchSettings(binaries, wanted, durability, sharing, patience);
    }

    public LaunchSettings withSharing(Sharing wanted) {
        return new LaunchSettings(binaries, port, durability, wanted, patience);
    }

    public LaunchSettings withPatience(Duration longest) {
        return new LaunchSettings(binaries, port, durability, sharing, longest);
    }

    /** For tests: nothing is forced to disk. */
    public LaunchSettings throwAway() {
        return new LaunchSettings(binaries, port, Durability.THROW_AWAY, sharing, patience);
    }
}
