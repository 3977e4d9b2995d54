package org.giaoban.readers;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The proof of work of ALTCHA: a number that hashes to what we named, found by trying. It costs a browser part of a second and
 * whoever sends by the thousand a machine. Signed, good for two hours and for one form; our own clock says when.
 */
@Service
@Transactional
class Challenges {

    static final Duration GOOD_FOR = Duration.ofHours(2);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Marks marks;
    private final SpentRepository spent;
    private final ReaderRulebook rulebook;
    private final Clock clock;

    Challenges(Marks marks, SpentRepository spent, ReaderRulebook rulebook, Clock clock) {
        this.marks = marks;
        this.spent = spent;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    /** As ALTCHA writes it. */
    public record Challenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}

    /** What a browser sends back. */
    record Solved(String algorithm, String challenge, long number, String salt, String signature) {

        Altcha.Payload payload() {
            var payload = new Altcha.Payload();
            payload.algorithm = algorithm;
            payload.challenge = challenge;
            payload.number = number;
            payload.salt = salt;
            payload.signature = signature;
            return payload;
        }

        boolean whole() {
            return Stream.of(algorithm, challenge, salt, signature).allMatch(part -> part != null && !part.isBlank());
        }
    }

    Challenge fresh() {
        var options = new Altcha.ChallengeOptions()
                .setMaxNumber((long) rulebook.today().size().steps())
                .setSecureRandomNumber(true)
                .setHmacKey(marks.workKey(LocalDate.now(clock)));
        options.setExpires(clock.instant().plus(GOOD_FOR).getEpochSecond());
        var made = done(() -> Altcha.createChallenge(options));
        return new Challenge(made.algorithm, made.challenge, made.maxnumber, made.salt, made.signature);
    }

    /** True once for every challenge of ours that was solved in time. */
    boolean spend(String written) {
        var solved = read(written);
        if (solved == null || !signed(solved)) {
            return false;
        }
        var expires = expires(solved.salt());
        return expires.isAfter(clock.instant()) && spent.spend(solved.challenge(), expires);
    }

    /** By today's key or, around midnight, by yesterday's. */
    private boolean signed(Solved solved) {
        var today = LocalDate.now(clock);
        return Stream.of(today, today.minusDays(1))
                .anyMatch(day -> done(() -> Altcha.verifySolution(solved.payload(), marks.workKey(day), false)));
    }

    private static Instant expires(String salt) {
        var params = done(() -> Altcha.extractParams(salt));
        var seconds = params.getOrDefault("expires", "0");
        return seconds.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : Instant.EPOCH;
    }

    private static @Nullable Solved read(String written) {
        try {
            var text = new String(Base64.getDecoder().decode(written), StandardCharsets.UTF_8);
            var solved = JSON.readValue(text, Solved.class);
            return solved.whole() ? solved : null;
        } catch (IllegalArgumentException | JacksonException notOurs) {
            return null;
        }
    }

    /** The library promises to throw anything. */
    private static <T> T done(Callable<T> work) {
        var task = new FutureTask<>(work);
        task.run();
        return task.resultNow();
    }
}
