package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.giaoban.testing.Evidence;
import org.giaoban.testing.GiaoBanTest;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whether the time of an answer tells which names exist. The build compares a few tries in pairs, again when the machine was busy;
 * {@code -Dgiaoban.log-ins=1000} is the run of the evidence, once and on a quiet machine.
 */
@GiaoBanTest
class LogInTimingTest {

    private static final int TRIES = Integer.getInteger("giaoban.log-ins", 40);
    private static final boolean EVIDENCE = TRIES >= 1_000;
    private static final int ROUNDS = EVIDENCE ? 1 : 4;
    private static final String PASSWORD = "mot cau de nho 2018";

    @Autowired
    LogIn logIn;

    @Autowired
    Accounts accounts;

    @Autowired
    DSLContext db;

    @BeforeEach
    void somebodyWhoExists() {
        if (accounts.byLogin("co.that").isEmpty()) {
            accounts.create(new NewAccount(
                    "co.that", "Người Có Thật", null, null, PASSWORD, NewAccount.FirstLogIn.KEEPS_PASSWORD));
        }
        db.execute("delete from identity.attempt");
    }

    @Test
    void aKnownNameTakesAsLongAsAnUnknownOne() {
        var evidence = Evidence.of("log-in-timing");
        var random = new Random(evidence.seed());
        Compared compared;
        var round = 0;
        do {
            compared = compare(
                    random,
                    at -> logIn.attempt("khong.co." + at, "sai mat khau roi", "10.1." + at % 250 + "." + at / 250));
            evidence.say("%d tries each: %s", TRIES, compared);
        } while (compared.tells() && ++round < ROUNDS);

        assertThat(compared.tells()).as("%s", compared).isFalse();
    }

    /** The negative control: an answer without the work of comparing is seen at once. */
    @Test
    void anAnswerWithoutTheWorkOfComparingIsFound() {
        var evidence = Evidence.of("log-in-timing");
        for (var i = 0; i < 60; i++) {
            logIn.attempt("ai.do." + i, "sai", "10.9.9.9");
        }

        var compared = compare(
                new Random(evidence.seed()), at -> logIn.attempt("ai.khac." + at, "sai mat khau roi", "10.9.9.9"));

        evidence.say("negative control: %s", compared);
        assertThat(compared.tells()).as("%s", compared).isTrue();
    }

    /** In milliseconds: how much longer a wrong password for a known name takes, and how long it takes. */
    private record Compared(double longer, double usual) {

        boolean tells() {
            return Math.abs(longer) > (EVIDENCE ? 5 : usual / 4);
        }
    }

    /** Both of a pair are asked one right after the other, in either order: what else the machine does meets both. */
    private Compared compare(Random random, Function<Integer, LogIn.Outcome> other) {
        var known = new long[TRIES];
        var unknown = new long[TRIES];
        for (var at = 0; at < TRIES; at++) {
            db.execute("delete from identity.attempt where failures < 50");
            var address = "10.2." + at % 250 + "." + at / 250;
            if (random.nextBoolean()) {
                known[at] = nanos(() -> logIn.attempt("co.that", "sai mat khau roi", address));
            }
            var turn = at;
            unknown[at] = nanos(() -> other.apply(turn));
            if (known[at] == 0) {
                known[at] = nanos(() -> logIn.attempt("co.that", "sai mat khau roi", address));
            }
        }
        var longer = new long[TRIES];
        Arrays.setAll(longer, at -> known[at] - unknown[at]);
        return new Compared(median(longer), median(known));
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[TRIES / 2] / 1e6;
    }

    private static long nanos(Runnable attempt) {
        var begin = System.nanoTime();
        attempt.run();
        return System.nanoTime() - begin;
    }
}
