package org.giaoban.pageimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.giaoban.platform.Refused;
import org.giaoban.testing.Bombs;
import org.giaoban.testing.Evidence;
import org.junit.jupiter.api.Test;

/** Saved pages made to take all time or all memory, each about as large as the largest that is read. */
class PageBombsTest {

    private static final int MILLION = 1_000_000;

    private final Bombs bombs = new Bombs(Evidence.of("web-bombs-pages"), Refused.class);
    private final PageReader reader = LabelledPages.reader();

    @Test
    void pagesAreReadOrGivenUpInTime() {
        defuse(
                "a class of two million letters",
                "<div class='" + "a".repeat(2 * MILLION) + "'>" + "<p>một".repeat(200_000));
        defuse("an id of two million letters", "<div id='" + "a".repeat(2 * MILLION) + "'>" + "<p>một".repeat(200_000));
        defuse(
                "an alignment of two million letters",
                "<div align='" + "r".repeat(2 * MILLION) + "'>" + "<p>một".repeat(200_000));
        defuse("links that never end", "[](".repeat(MILLION));
        defuse("links in links", "[a](b".repeat(700_000));
        defuse("tags that never end", "<p ".repeat(MILLION));
        defuse("tables in tables", "<table><tr><td>a</td><td>b</td></tr>".repeat(100_000));
        defuse("a table of a million cells", "<table>" + "<tr><td>a<td>b".repeat(250_000));
        defuse("a million mails", "a@".repeat(MILLION) + " b");
        defuse("a title of a million names", "<h1>" + "Nguyễn Văn An, ".repeat(150_000));
        defuse("a million dates", "12/12/2018 ".repeat(300_000));
        defuse("a million open brackets", "(theo ".repeat(500_000));
        defuse("a million datelines", "<p>" + "Hà Nội - ".repeat(300_000));
        defuse(
                "words that nearly are data",
                "<script type='application/ld+json'>{\"@type\":[" + "\"a\",".repeat(700_000));
        defuse("a style of a million parts", ("<p style='" + "font-weight:".repeat(20_000) + "'>một").repeat(16));
        defuse("letters of no alphabet", new String(noise(), StandardCharsets.ISO_8859_1));
        assertThat(bombs.defused()).isEqualTo(16);
    }

    private static byte[] noise() {
        var noise = new byte[4 << 20];
        new Random(5).nextBytes(noise);
        return noise;
    }

    private void defuse(String name, String page) {
        bombs.defuse(name, () -> reader.read(page.getBytes(StandardCharsets.UTF_8)));
    }
}
