package org.giaoban.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of PostgreSQL, of the program that owns it, and of both, again and again while eight writers work: nothing that was
 * acknowledged is lost, nothing happens twice, no rule is torn. {@code -Dgiaoban.kills=10000} for the long run.
 */
class KillsTest {

    private static final int KILLS = Integer.getInteger("giaoban.kills", 100);
    private static final int CARELESS_KILLS = 3;
    private static final int SHORTEST_MILLIS = 20;
    private static final int LONGEST_MILLIS = 250;

    @TempDir
    private Path data;

    /** What is killed. */
    private enum Kill {
        POSTMASTER,
        ALL_OF_POSTGRES,
        PROGRAM,
        BOTH
    }

    @Test
    void nothingAcknowledgedIsLostAndNoRuleIsTorn() throws Exception {
        var evidence = Evidence.of("kills");
        var seed = evidence.seed();
        var judgement = run(evidence, false, kills(KILLS, new Random(seed)), seed);

        evidence.say("%d kills: %s", KILLS, judgement);
        assertThat(judgement.good()).as(judgement.toString()).isTrue();
    }

    /** The control: who acknowledges before the work is on disk is found out. */
    @Test
    void carelessAcknowledgementIsFound() throws Exception {
        var evidence = Evidence.of("kills-control");
        var judgement = run(evidence, true, Collections.nCopies(CARELESS_KILLS, Kill.ALL_OF_POSTGRES), evidence.seed());

        evidence.say("%d kills with synchronous_commit=off: %s", CARELESS_KILLS, judgement);
        assertThat(judgement.lost()).isPositive();
    }

    /** Most kills are of PostgreSQL with all its children: the program takes seconds to start, and orphans seconds to end. */
    private static List<Kill> kills(int count, Random random) {
        var kills = new ArrayList<Kill>();
        for (var number = 0; number < count; number++) {
            var part = number % 50;
            var ofPostgres = part % 5 == 0 ? Kill.POSTMASTER : Kill.ALL_OF_POSTGRES;
            kills.add(part < 1 ? Kill.BOTH : part < 3 ? Kill.PROGRAM : ofPostgres);
        }
        Collections.shuffle(kills, random);
        return kills;
    }

    private KillWriters.Judgement run(Evidence evidence, boolean careless, List<Kill> kills, long seed)
            throws Exception {
        PostgresHome.letPass(data);
        try (var victim = new Victim(data)) {
            var writers = new KillWriters(victim::access, careless);
            writers.start(seed);
            var random = new Random(seed);
            var began = System.nanoTime();
            for (var kill : kills) {
                Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
                carryOut(kill, victim);
                var away = writers.awaitWork(victim::serverLives);
                evidence.say("%-16s working again after %.2f s, %,d acknowledged", kill, away, writers.acknowledged());
            }
            writers.stop();
            evidence.say("%.0f s in all", (System.nanoTime() - began) / 1e9);
            return writers.judge();
        }
    }

    private static void carryOut(Kill kill, Victim victim) throws Exception {
        if (kill != Kill.PROGRAM) {
            victim.killPostgres(kill != Kill.POSTMASTER);
        }
        if (kill == Kill.PROGRAM || kill == Kill.BOTH) {
            victim.killProgram();
            victim.startAgain();
        }
    }
}
