package org.giaoban.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * How to run the embedded server.
 *
 * @param binaries where to unpack PostgreSQL, absent for the data directory itself
 * @param port the port to listen on, 0 for the one used last time or any free one
 * @param memory what PostgreSQL keeps its tables' pages in
 * @param patience how long to wait for another process that starts, stops or uses the same directory
 */
public record LaunchSettings(
        @Nullable Path binaries, int port, Durability durability, Sharing sharing, DataSize memory, Duration patience) {

    private static final DataSize MEMORY = DataSize.ofMegabytes(256);

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
        return new LaunchSettings(null, 0, Durability.DURABLE, Sharing.ATTACH, MEMORY, Duration.ofMinutes(1));
    }

    public LaunchSettings withBinaries(Path directory) {
        return new LaunchSettings(directory, port, durability, sharing, memory, patience);
    }

    public LaunchSettings withPort(int wanted) {
        return new LaunchSettings(binaries, wanted, durability, sharing, memory, patience);
    }

    public LaunchSettings withSharing(Sharing wanted) {
        return new LaunchSettings(binaries, port, durability, wanted, memory, patience);
    }

    public LaunchSettings withPatience(Duration longest) {
        return new LaunchSettings(binaries, port, durability, sharing, memory, longest);
    }

    public LaunchSettings withMemory(DataSize wanted) {
        return new LaunchSettings(binaries, port, durability, sharing, wanted, patience);
    }

    /** For tests: nothing is forced to disk. */
    public LaunchSettings throwAway() {
        return new LaunchSettings(binaries, port, Durability.THROW_AWAY, sharing, memory, patience);
    }
}
