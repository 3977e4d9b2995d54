package org.giaoban.platform.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running embedded PostgreSQL: started by us and stopped by {@link #close()}, or one we only use. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(5);

    private final PostgresHome home;
    private final PostgresAccess access;
    private final @Nullable Ownership ownership;
    private volatile @Nullable ServerProcess process;
    private boolean closed;

    private EmbeddedPostgres(
            PostgresHome home, PostgresAccess access, @Nullable ServerProcess process, @Nullable Ownership ownership) {
        this.home = home;
        this.access = access;
        this.process = process;
        this.ownership = ownership;
    }

    /** The server of an installation: durable, on the port it had before. */
    public static EmbeddedPostgres start(Path dataDirectory) {
        return start(dataDirectory, LaunchSettings.standard());
    }

    /** A server for tests: fast, and gone with all its files when this process ends, however it ends. */
    public static EmbeddedPostgres startForTests(Path folder) {
        var binaries = Path.of("target", "postgres").toAbsolutePath();
        PostgresHome.letPass(folder);
        Janitor.deleteAfterUs(folder, PostgresHome.below(folder).pidFile());
        return start(folder, LaunchSettings.standard().throwAway().withBinaries(binaries));
    }

    /** Starts the server that keeps its files below the given directory, or attaches to the one that runs there. */
    public static EmbeddedPostgres start(Path dataDirectory, LaunchSettings settings) {
        var home = PostgresHome.below(dataDirectory);
        var end = System.nanoTime() + settings.patience().toNanos();
        while (true) {
            var ownership = Ownership.take(home);
            if (ownership.isPresent()) {
                return launch(home, settings, ownership.get());
            }
            var running = settings.sharing() == LaunchSettings.Sharing.ATTACH
                    ? attach(home)
                    : Optional.<EmbeddedPostgres>empty();
            if (running.isPresent()) {
                return running.get();
            }
            if (System.nanoTime() > end) {
                throw new DatabaseUnavailable("Another process is using the database in " + home.directory()
                        + ". Wait until it has finished, or stop it.");
            }
            Pause.of(PAUSE);
        }
    }

    private static EmbeddedPostgres launch(PostgresHome home, LaunchSettings settings, Ownership ownership) {
        try {
            var launched = new Launch(home, settings).run();
            var started = new EmbeddedPostgres(home, launched.access(), launched.process(), ownership);
            if (settings.durability() == LaunchSettings.Durability.DURABLE) {
                Thread.ofPlatform().daemon().name("postgres-watch").start(() -> started.watch(settings));
            }
            return started;
        } catch (RuntimeException e) {
            ownership.release();
            throw e;
        }
    }

    /** A server that was killed is started again, on the same port: the connections to it are made anew as they are needed. */
    private void watch(LaunchSettings settings) {
        for (var watched = process; watched != null; watched = process) {
            watched.await();
            if (!again(settings)) {
                return;
            }
        }
    }

    /** False when the server ended because it was to end. */
    private boolean again(LaunchSettings settings) {
        while (true) {
            synchronized (this) {
                if (closed) {
                    return false;
                }
                LOG.warn("The database server in {} has ended; starting it again", home.cluster());
                try {
                    process = new Launch(home, settings.withPort(access.port()))
                            .run()
                            .process();
                    return true;
                } catch (DatabaseUnavailable notYet) {
                    LOG.error("The database server does not start", notYet);
                }
            }
            Pause.of(BETWEEN_ATTEMPTS);
        }
    }

    private static Optional<EmbeddedPostgres> attach(PostgresHome home) {
        return PostgresAccess.read(home)
                .filter(access -> ServerConnection.isOurs(access, home))
                .map(access -> new EmbeddedPostgres(home, access, null, null));
    }

    /** The application's database, as the role that owns it. */
    public String jdbcUrl() {
        return access.url(PostgresAccess.DATABASE);
    }

    /** Another database of the same server, as tests clone them. */
    public String jdbcUrl(String database) {
        return access.url(database);
    }

    /** The owner of the application's database; not a superuser. */
    public String user() {
        return PostgresAccess.OWNER;
    }

    public String password() {
        return access.ownerPassword();
    }

    /** The superuser, for backup and maintenance only. */
    public String superuser() {
        return PostgresAccess.SUPERUSER;
    }

    public String superuserPassword() {
        return access.superuserPassword();
    }

    public int port() {
        return access.port();
    }

    /** Where the server keeps its tables. */
    public Path cluster() {
        return home.cluster();
    }

    /** True when another process runs the server and will stop it. */
    public boolean attached() {
        return process == null;
    }

    /** The process id of the server if this process started it. */
    public Optional<Long> pid() {
        return Optional.ofNullable(process).map(ServerProcess::pid);
    }

    /** Stops the server if we started it; all acknowledged work is on disk then. */
    @Override
    public synchronized void close() {
        closed = true;
        var last = process;
        if (last != null) {
            last.stop();
        }
        if (ownership != null) {
            ownership.release();
        }
    }
}
