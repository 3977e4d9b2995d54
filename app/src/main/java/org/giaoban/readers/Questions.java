package org.giaoban.readers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.giaoban.platform.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way without JavaScript: a small sum in words, which a screen reader reads and a keyboard answers; each question once. */
@Service
@Transactional
class Questions {

    private static final Duration GOOD_FOR = Duration.ofHours(2);
    private static final int HIGHEST = 10;

    private final Marks marks;
    private final SpentRepository spent;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Questions(Marks marks, SpentRepository spent, Clock clock) {
        this.marks = marks;
        this.spent = spent;
        this.clock = clock;
    }

    /** A question with what must come back beside its answer. */
    public record Question(String words, String asked) {}

    Question fresh() {
        var first = 1 + random.nextInt(HIGHEST);
        var second = 1 + random.nextInt(HIGHEST);
        var nonce = new byte[12];
        random.nextBytes(nonce);
        var head = clock.instant().plus(GOOD_FOR).getEpochSecond() + "-"
                + HexFormat.of().formatHex(nonce);
        var words = Texts.text("readers.question", number(first), number(second));
        return new Question(words, head + "-" + seal(head, first + second));
    }

    private static String number(int number) {
        return Texts.text("readers.number." + number);
    }

    /** True once for every question of ours that was answered rightly and in time. */
    boolean spend(String asked, String answer) {
        var parts = asked.split("-", -1);
        if (parts.length != 3 || !parts[0].matches("\\d{1,12}") || !answer.matches("\\d{1,3}")) {
            return false;
        }
        var expires = Instant.ofEpochSecond(Long.parseLong(parts[0]));
        var head = parts[0] + "-" + parts[1];
        return expires.isAfter(clock.instant())
                && same(seal(head, Integer.parseInt(answer)), parts[2])
                && spent.spend("q" + parts[1], expires);
    }

    /** The day's key is part of it: after midnight a question is asked anew. */
    private String seal(String head, int answer) {
        return HexFormat.of().formatHex(marks.mark(Marks.Purpose.WORK, "question " + head + " " + answer));
    }

    private static boolean same(String expected, String sent) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
