package org.giaoban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Random;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The plug of the disk is pulled while eight writers work: what had not reached it is gone, and nothing that was acknowledged is.
 * Only on demand, as the superuser of a machine with loop devices: {@code -Dgiaoban.powercuts=1000}.
 */
@EnabledIfSystemProperty(named = "giaoban.powercuts", matches = "\\d+")
class PowerCutsTest {

    private static final int CUTS = Integer.getInteger("giaoban.powercuts", 0);
    private static final int CARELESS_CUTS = 15;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void nothingAcknowledgedIsLost(String kind) throws Exception {
        assumeTrue(LoopDisk.possible(kind), () -> "no " + kind + " here");
        var evidence = Evidence.of("powercuts-" + kind);
        var seed = evidence.seed();

        var judgement = cut(evidence, kind, CUTS, seed);

        evidence.say("%d power cuts on %s: %s", CUTS, kind, judgement);
        assertThat(judgement.good()).as(judgement.toString()).isTrue();
    }

    /** The control: a server that forces nothing to disk loses what it acknowledged, or cannot even read its files. */
    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void aServerThatForcesNothingIsFound(String kind) throws Exception {
        assumeTrue(LoopDisk.possible(kind), () -> "no " + kind + " here");
        var evidence = Evidence.of("powercuts-control-" + kind);
        var seed = evidence.seed();
        var found = "nothing";
        try {
            var judgement = cut(evidence, kind, CARELESS_CUTS, seed, ServerInAnotherJvm.CARELESS);
            found = judgement.good() ? found : judgement.toString();
        } catch (SQLException | IllegalStateException unreadable) {
            found = "unreadable: " + unreadable.getMessage();
        }

        evidence.say("fsync=off on %s: %s", kind, found);
        assertThat(found).isNotEqualTo("nothing");
    }

    private KillWriters.Judgement cut(Evidence evidence, String kind, int cuts, long seed, String... how)
            throws Exception {
        PostgresHome.letPass(folder);
        try (var disk = LoopDisk.make(folder, kind)) {
            var data = Files.createDirectory(disk.folder().resolve("data"));
            PostgresHome.letPass(data);
            var victim = new Victim(data, how);
            var access = victim.access();
            var writers = new KillWriters(() -> access, false);
            try {
                writers.start(seed);
                var random = new Random(seed);
                for (var number = 1; number <= cuts; number++) {
                    Thread.sleep(random.nextInt(100, 1_500));
                    var before = writers.acknowledged();
                    pull(disk, victim);
                    var away = back(evidence, writers, victim);
                    evidence.say("cut %d: %,d acknowledged before, working again after %.2f s", number, before, away);
                    var so = writers.judgeAcknowledged();
                    assertThat(so).as("lost at cut " + number).isZero();
                }
                writers.stop();
                return writers.judge();
            } catch (AssertionError lost) {
                evidence.say("%s", lost.getMessage());
                return writers.judge();
            } finally {
                writers.giveUp();
                end(victim);
            }
        }
    }

    /** The seconds until work goes on; where it does not, the log of the server says why. */
    private static double back(Evidence evidence, KillWriters writers, Victim victim) throws Exception {
        try {
            return writers.awaitWork(victim::serverLives);
        } catch (IllegalStateException unreadable) {
            evidence.say("the server's last words: %s", victim.lastWords());
            throw unreadable;
        }
    }

    private static void pull(LoopDisk disk, Victim victim) throws IOException, InterruptedException {
        var server = victim.postmaster();
        disk.pullThePlug();
        victim.killProgram();
        server.ifPresent(living -> Victim.kill(living, true));
        disk.takeOff();
        disk.plugIn();
        victim.startAgain();
    }

    private static void end(Victim victim) throws IOException, InterruptedException {
        victim.killProgram();
        victim.killPostgres(true);
    }
}
