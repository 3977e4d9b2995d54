package org.giaoban.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.LocalTime;
import java.util.List;
import org.giaoban.platform.RestoreMark;
import org.giaoban.platform.Settings;
import org.giaoban.platform.database.ServerAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of one's own, reached by a user who is no superuser: copied by the same means, laid out for its administrator to start. */
class OutsideServerTest {

    private static final KeyPair PAIR = SealingKey.make();
    private static final String PASSWORD = "chi-cho-kiem-thu";
    private static final int ROWS = 2_000;

    @TempDir
    private Path folder;

    private Path copies;
    private Path app;

    @BeforeEach
    void places() throws Exception {
        Office.letPass(folder);
        copies = Files.createDirectory(folder.resolve("copies"));
        app = Files.createDirectory(folder.resolve("app"));
    }

    @Test
    void itComesBackAsItWasTheMomentBefore() throws Exception {
        var order = liveAndDelete();

        var laid = folder.resolve("laid");
        var journey = new LayingOut(app, Office.TIME).run(order, laid);

        assertThat(journey.missing()).isNull();
        assertThat(RestoreMark.in(app).present()).isTrue();
        assertThat(started(laid)).as("rows of the moment before").isEqualTo(2 * ROWS);
    }

    @Test
    void whoMayNotReplicateIsTold() throws Exception {
        try (var server = Office.open(folder.resolve("server"), folder.resolve("unused"), PAIR)) {
            server.execute("create role site login password '" + PASSWORD + "'");
            var backups = backups(server.port());

            assertThatThrownBy(backups::take).isInstanceOf(ReplicationRefused.class);
        }
        assertThat(BackupLine.below(copies))
                .allSatisfy(line -> assertThat(line.allBases()).isEmpty());
    }

    private Restore.Order liveAndDelete() throws Exception {
        try (var server = Office.open(folder.resolve("server"), folder.resolve("unused"), PAIR)) {
            server.execute("create role site login replication password '" + PASSWORD + "'");
            server.execute("create table public.drill (id int primary key, text text not null)");
            server.insert(0, ROWS, "before the base ");
            var backups = backups(server.port());
            var worker = new BackupWorker(backups, Office.TIME, Runnable::run, false);
            worker.start();
            backups.take();
            server.insert(ROWS, ROWS, "after the base ");
            var moment = server.now();
            server.execute("delete from public.drill where id % 2 = 0");
            worker.stop();
            return new Restore.Order(Source.choose(copies, null, moment), PAIR.getPrivate(), moment, false);
        }
    }

    /** What its administrator does: the files get their owner, the server is started on them. */
    private long started(Path laid) throws Exception {
        var again = Files.createDirectory(folder.resolve("again"));
        Office.letPass(again);
        var place = Files.createDirectory(again.resolve("postgres"));
        for (var path : List.of(laid, laid.resolve("journal"))) {
            Office.readable(path);
        }
        Files.copy(folder.resolve("server/postgres/access.properties"), place.resolve("access.properties"));
        Files.move(laid.resolve("cluster"), place.resolve("cluster"));
        try (var server = Office.open(again, folder.resolve("unused"), PAIR)) {
            for (var left = 100; left > 0 && Files.exists(place.resolve("cluster/recovery.signal")); left--) {
                Thread.sleep(100);
            }
            return server.number("select count(*) from public.drill");
        }
    }

    private Backups backups(int port) {
        var access = new ServerAccess("127.0.0.1", port, "giaoban", new ServerAccess.Login("site", PASSWORD), false);
        var settings = new BackupSettings(copies, SealingKey.text(PAIR.getPublic()), LocalTime.of(1, 30), 14, 12);
        return new Backups(settings, new Settings(app, false, "", null, null), access, Office.TIME);
    }
}
