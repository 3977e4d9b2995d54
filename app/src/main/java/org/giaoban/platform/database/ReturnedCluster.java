package org.giaoban.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tables that came back from a backup: filled into a draft, put into an installation's place whole, and recovered by the
 * server before anybody else may connect. What stood in the place is set aside, never deleted.
 */
public final class ReturnedCluster implements AutoCloseable {

    private static final String NOT_REACHED = "recovery ended before configured recovery target was reached";
    private static final Duration TURN = Duration.ofMillis(200);

    private final Path data;
    private final PostgresHome home;
    private @Nullable String aside;

    private ReturnedCluster(Path data, PostgresHome home) {
        this.data = data;
        this.home = home;
    }

    /** Fails when a server runs on the data folder. */
    public static ReturnedCluster into(Path data) {
        var home = PostgresHome.below(data);
        var ownership = Ownership.take(home)
                .orElseThrow(() -> new DatabaseUnavailable(
                        "A program is using the data in " + home.directory() + ". Stop it before the restore."));
        ownership.release();
        var returned = new ReturnedCluster(data, home);
        try {
            Trees.delete(home.unfinishedCluster());
            Trees.delete(returned.journal());
            home.createPrivately(home.unfinishedCluster());
            home.createPrivately(returned.journal());
            return returned;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + home.directory(), e);
        }
    }

    public boolean placeTaken() {
        return home.hasCluster();
    }

    /** Where the server's files are to be put. */
    public Path draft() {
        return home.unfinishedCluster();
    }

    /** Where the journal's segments are to be put, under the names the server knows them by. */
    public Path journal() {
        return home.directory().resolve("journal");
    }

    /** Where the passwords that fit the tables are to be put. */
    public Path passwords() {
        return home.directory().resolve("access.restored");
    }

    /** Sets aside what is there, under names that end so, and puts the draft into its place. */
    public void putInPlace(String suffix) throws IOException {
        setAside(suffix);
        Files.move(draft(), home.cluster());
        Files.move(passwords(), home.accessFile());
    }

    /** Sets aside what is there, and lets the given work fill a server that has nothing yet. */
    public <T> T anew(String suffix, LaunchSettings settings, Function<EmbeddedPostgres, T> work) throws IOException {
        setAside(suffix);
        try (var server = EmbeddedPostgres.start(data, settings.withSharing(LaunchSettings.Sharing.OWN))) {
            return work.apply(server);
        }
    }

    /** What was recovered is good: it stays. */
    public void keep() {
        aside = null;
    }

    private void setAside(String suffix) throws IOException {
        aside = suffix;
        moveIfThere(home.cluster(), aside(home.cluster()));
        moveIfThere(home.accessFile(), aside(home.accessFile()));
    }

    private Path aside(Path path) {
        return path.resolveSibling(path.getFileName() + "." + aside);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to);
        }
    }

    /**
     * Lets the server read the journal up to the wanted moment and opens it for writing; then the given work looks at it.
     *
     * @param target settings of the recovery's end; none means as far as the journal goes
     */
    public <T> T recover(List<String> target, LaunchSettings settings, Function<EmbeddedPostgres, T> work)
            throws IOException {
        var own = home.cluster().resolve("postgresql.auto.conf");
        var before = Files.readString(own);
        try {
            return recoverOnce(before, target, settings, work);
        } catch (DatabaseUnavailable early) {
            if (target.isEmpty() || !String.valueOf(early.getMessage()).contains(NOT_REACHED)) {
                throw early;
            }
            // Nothing was committed between the end of the journal and the moment: the end is what was wanted.
            return recoverOnce(before, List.of(), settings, work);
        } finally {
            Files.writeString(own, before);
        }
    }

    private <T> T recoverOnce(
            String before, List<String> target, LaunchSettings settings, Function<EmbeddedPostgres, T> work)
            throws IOException {
        Files.writeString(home.cluster().resolve("postgresql.auto.conf"), before + settings(journal(), target));
        Files.writeString(home.recoverySignal(), "", StandardOpenOption.CREATE);
        letServerRead(settings);
        try (var server = EmbeddedPostgres.start(data, settings.withSharing(LaunchSettings.Sharing.OWN))) {
            while (Files.exists(home.recoverySignal())) {
                Pause.of(TURN);
            }
            return work.apply(server);
        }
    }

    private static String settings(Path journal, List<String> target) {
        var conf = new StringBuilder();
        conf.append("restore_command = 'cp \"").append(journal).append("/%f\" \"%p\"'\n");
        conf.append("recovery_target_timeline = 'current'\nrecovery_target_action = 'promote'\nhot_standby = off\n");
        target.forEach(line -> conf.append(line).append('\n'));
        return conf.toString();
    }

    /** Makes a server that is not ours read the journal up to the wanted moment when it is first started on these files. */
    public static void prepare(Path cluster, Path journal, List<String> target) throws IOException {
        Files.writeString(
                cluster.resolve("postgresql.auto.conf"),
                settings(journal, target),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.writeString(cluster.resolve("recovery.signal"), "", StandardOpenOption.CREATE);
    }

    private void letServerRead(LaunchSettings settings) throws IOException {
        var where = settings.binaries();
        var binaries = PostgresBinaries.unpackedBelow(where == null ? home.directory() : where);
        RunAs.choose(binaries.program("postgres"), home).takeOver(journal());
    }

    /** What was not kept goes, and what had been set aside for it comes back. */
    @Override
    public void close() throws IOException {
        Trees.delete(journal());
        Trees.delete(draft());
        Files.deleteIfExists(passwords());
        if (aside != null) {
            Trees.delete(home.cluster());
            Files.deleteIfExists(home.accessFile());
            moveIfThere(aside(home.cluster()), home.cluster());
            moveIfThere(aside(home.accessFile()), home.accessFile());
        }
    }
}
