package org.giaoban.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.giaoban.platform.StoryClock;
import org.giaoban.testing.GiaoBanTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What shows that a person sends a form: good once, in time, and only when it is ours. */
@GiaoBanTest
class ProofTest {

    @Autowired
    Challenges challenges;

    @Autowired
    Questions questions;

    @Autowired
    StoryClock clock;

    @Test
    void aSolvedChallengeIsGoodOnce() throws Exception {
        var work = Visitors.solved(challenges.fresh());

        assertThat(challenges.spend(work)).isTrue();
        assertThat(challenges.spend(work)).isFalse();
    }

    @Test
    void ofManyWhoSendTheSameProofAtOnceOneIsLetIn() throws Exception {
        var work = Visitors.solved(challenges.fresh());
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries = threads.invokeAll(IntStream.range(0, 8)
                    .<java.util.concurrent.Callable<Boolean>>mapToObj(turn -> () -> challenges.spend(work))
                    .toList());
            var letIn = 0;
            for (var each : tries) {
                letIn += each.get() ? 1 : 0;
            }
            assertThat(letIn).isEqualTo(1);
        }
    }

    @Test
    void aChallengeIsGoodForTwoHoursByOurClockAndAcrossMidnight() throws Exception {
        var late = Visitors.solved(challenges.fresh());
        clock.startAt(clock.instant().plus(Challenges.GOOD_FOR).plusSeconds(1));
        assertThat(challenges.spend(late)).isFalse();

        var evening = clock.instant()
                .atZone(org.giaoban.platform.Zone.ID)
                .withHour(23)
                .withMinute(30);
        clock.startAt(evening.toInstant());
        var work = Visitors.solved(challenges.fresh());
        clock.startAt(evening.plus(Duration.ofMinutes(60)).toInstant());
        assertThat(challenges.spend(work)).isTrue();
    }

    @Test
    void whatWasTamperedWithIsNotOurs() throws Exception {
        var challenge = challenges.fresh();
        var longer = new Challenges.Challenge(
                challenge.algorithm(),
                challenge.challenge(),
                challenge.maxnumber(),
                challenge.salt().replaceFirst("expires=\\d+", "expires=99999999999"),
                challenge.signature());
        assertThat(challenge.salt()).contains("expires=");
        var solved = Visitors.solved(challenge);
        var text = new String(Base64.getDecoder().decode(solved), StandardCharsets.UTF_8);
        assertThat(challenges.spend(encoded(text.replace(challenge.salt(), longer.salt()))))
                .isFalse();
        assertThat(challenges.spend(encoded(text.replaceFirst("\"number\":\\d+", "\"number\":0"))))
                .isFalse();
        for (var rubbish :
                new String[] {"", "%%%", encoded("{}"), encoded("[1]"), encoded("{\"algorithm\":\"SHA-256\"}")}) {
            assertThat(challenges.spend(rubbish)).isFalse();
        }
        assertThat(challenges.spend(solved)).isTrue();
    }

    @Test
    void aQuestionIsAnsweredOnceAndRightly() {
        var question = questions.fresh();
        var sum = sum(question.words());

        assertThat(questions.spend(question.asked(), String.valueOf(sum + 1))).isFalse();
        assertThat(questions.spend(question.asked().replaceFirst("^\\d+", "9999999999"), String.valueOf(sum)))
                .isFalse();
        assertThat(questions.spend("", "5")).isFalse();
        assertThat(questions.spend(question.asked(), String.valueOf(sum))).isTrue();
        assertThat(questions.spend(question.asked(), String.valueOf(sum))).isFalse();
    }

    static int sum(String words) {
        var names = java.util.List.of("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười");
        return java.util.Arrays.stream(words.split("[ :]+"))
                .mapToInt(word -> names.indexOf(word) + 1)
                .sum();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
