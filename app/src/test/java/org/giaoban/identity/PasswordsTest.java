package org.giaoban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.giaoban.platform.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class PasswordsTest {

    private static final int TOGETHER = 24;

    private final Passwords passwords = new Passwords();

    @Test
    void aHashIsArgon2idWithItsOwnSalt() {
        var hash = passwords.hash("đồng lúa chín vàng");

        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("đồng lúa chín vàng")).isNotEqualTo(hash);
        assertThat(passwords.check("đồng lúa chín vàng", hash)).isEqualTo(Passwords.Check.RIGHT);
        assertThat(passwords.check("đồng lúa chín vàng ", hash)).isEqualTo(Passwords.Check.WRONG);
    }

    @Test
    void bothUnicodeFormsOfAPasswordAreTheSame() {
        var hash = passwords.hash(Normalizer.normalize("đồng lúa chín", Normalizer.Form.NFD));

        assertThat(passwords.check(Normalizer.normalize("đồng lúa chín", Normalizer.Form.NFC), hash))
                .isEqualTo(Passwords.Check.RIGHT);
    }

    /** Every hash takes 19 MiB and a whole processor: many who log in together must not take all of either. */
    @Test
    void ofManyWhoComeTogetherOnlyAFewAreHashedAtATime() {
        var hash = passwords.hash("đồng lúa chín vàng");
        var most = 0;
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.generate(() -> people.submit(() -> passwords.check("đồng lúa chín vàng", hash)))
                    .limit(TOGETHER)
                    .toList();
            while (all.stream().anyMatch(one -> !one.isDone())) {
                most = Math.max(most, hashing());
            }
            assertThat(all)
                    .extracting(Future::get)
                    .contains(Passwords.Check.RIGHT)
                    .doesNotContain(Passwords.Check.WRONG);
        }
        System.out.printf("%d log in together: at most %d hashed at a time%n", TOGETHER, most);
        assertThat(most).isBetween(1, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    /** While all places are taken by others for longer than anybody waits, the answer is that it is busy. */
    @Test
    void whoWaitsTooLongIsToldThatItIsBusy() {
        var hash = passwords.hash("đồng lúa chín vàng");
        var lane = (Lane) Objects.requireNonNull(ReflectionTestUtils.getField(passwords, "hashing"));
        var places = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        IntStream.range(0, places)
                .forEach(place -> assertThat(lane.enter(Duration.ZERO)).isTrue());

        assertThat(passwords.check("đồng lúa chín vàng", hash)).isEqualTo(Passwords.Check.BUSY);
        assertThat(catchThrowable(() -> passwords.hash("đồng lúa chín vàng"))).isInstanceOf(Refused.class);

        IntStream.range(0, places).forEach(place -> lane.leave());
        assertThat(passwords.check("đồng lúa chín vàng", hash)).isEqualTo(Passwords.Check.RIGHT);
    }

    /** Threads that are inside the hash at this moment. */
    private static int hashing() {
        return (int) Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().endsWith("Argon2BytesGenerator")))
                .count();
    }

    @Test
    void inputBeyondTheLongestNeverFits() {
        var longest = "khóm tre làng ".repeat(20).substring(0, Passwords.LONGEST);
        var hash = passwords.hash(longest);

        assertThat(passwords.check(longest, hash)).isEqualTo(Passwords.Check.RIGHT);
        assertThat(passwords.check(longest + "x", hash)).isEqualTo(Passwords.Check.WRONG);
    }
}
