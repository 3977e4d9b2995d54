package org.giaoban.pageimport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages made to hang, to swell or to break the reader. */
class HostileInputTest {

    private static final String SENTENCE =
            "Hội nghị đã thảo luận và thống nhất các việc phải làm trong tháng, có người chịu trách nhiệm. ";

    private final PageReader reader = LabelledPages.reader();

    static Stream<String> heavy() {
        return Stream.of(
                "<div>".repeat(200_000) + "<p>" + SENTENCE,
                "<table><tr><td>".repeat(30_000) + SENTENCE,
                "<b><i><a href=x>".repeat(50_000) + SENTENCE,
                "<p>" + "\"".repeat(1_000_000) + "a</p>",
                "<p>" + ".".repeat(1_000_000) + "a</p>",
                "<p>" + "A".repeat(1_000_000) + " - B</p>",
                "<p>" + "1/".repeat(500_000) + "</p>",
                "A ".repeat(700_000),
                "a\n".repeat(700_000),
                "<p class='" + "x ".repeat(300_000) + "'>" + SENTENCE,
                "<p style='" + "display:".repeat(200_000) + "'>" + SENTENCE,
                "<p>x</p>".repeat(300_000),
                "[".repeat(500_000) + "](" + "!".repeat(500_000),
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + "\\\\".repeat(9_000)
                        + "</script><p>" + SENTENCE,
                "<tr><td>" + SENTENCE.repeat(30_000));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("heavy")
    @Timeout(value = 15, threadMode = ThreadMode.SEPARATE_THREAD)
    void aHeavyPageIsReadOrGivenUpInTime(String page) {
        assertThatCode(() -> reader.read(page.getBytes(UTF_8))).doesNotThrowAnyException();
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void brokenBytesNeverThrow() {
        var seed = Long.getLong("giaoban.seed", System.nanoTime());
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var pages = Stream.of(
                        "01-magazine.html", "05-copied-lines.txt", "07-old-typeface.html", "14-saved-from-word.txt")
                .map(page -> LabelledPages.bytes("known", page))
                .toList();
        for (var round = 0; round < 600; round++) {
            var bytes = pages.get(random.nextInt(pages.size())).clone();
            for (var hits = random.nextInt(60); hits >= 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> reader.read(bytes)).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @Test
    void aPageWithoutTextSaysSo() {
        assertThat(reader.read(new byte[0]).doubts()).contains(ReadPage.Doubt.NO_TEXT);
        assertThat(reader.read("<ul><li><a href=1>Trang chủ</a></ul>".getBytes(UTF_8))
                        .doubts())
                .contains(ReadPage.Doubt.NO_TEXT);
    }

    @Test
    void aPageTooLongIsCutAndSaysSo() {
        var page =
                reader.read(("<p>" + SENTENCE.repeat(60) + "</p>").repeat(1_000).getBytes(UTF_8));

        assertThat(page.doubts()).contains(ReadPage.Doubt.CUT);
        assertThat(page.body()).isNotEmpty();
    }
}
