package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TextMergeTest {

    private final long seed = Long.getLong("giaoban.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void whatOnlyOneChangedIsTakenOver() {
        assertThat(joined("a\nb", "a\nb\nc", "a\nb")).isEqualTo("a\nb\nc");
        assertThat(joined("a\nb", "a\nb", "x\na\nb")).isEqualTo("x\na\nb");
        assertThat(joined("a\nb\nc", "a\nc", "a\nb\nc\nd")).isEqualTo("a\nc\nd");
    }

    @Test
    void twoWhoBeginAnEmptyPageAreBothKept() {
        assertThat(TextMerge.of("", "mine", "theirs")).isEqualTo(new TextMerge.Merged("theirs\nmine", false));
    }

    @Test
    void whoeverGoesOnTypingWhileOthersWriteBelowGetsNoSecondCopy() {
        assertThat(joined("Ab", "Abc", "Ab\nXy")).isEqualTo("Abc\nXy");
        assertThat(joined("Xy", "Xyz", "Abc\nXy")).isEqualTo("Abc\nXyz");
    }

    @Test
    void differentWordsOfOneParagraphJoin() {
        var merged =
                TextMerge.of("Ông An đề nghị sớm có vốn", "Ông Ân đề nghị sớm có vốn", "Ông An đề nghị sớm có vốn.");

        assertThat(merged).isEqualTo(new TextMerge.Merged("Ông Ân đề nghị sớm có vốn.", false));
    }

    @Test
    void theSameWordsChangedByBothStayOneUnderTheOther() {
        assertThat(TextMerge.of("thu gom rác", "thu gom hai lần", "thu gom ba lần"))
                .isEqualTo(new TextMerge.Merged("thu gom ba lần\nthu gom hai lần", true));
    }

    @Test
    void aParagraphThatOneDeletedAndTheOtherChangedStays() {
        assertThat(joined("a\nb\nc", "a\nc", "a\nb moved\nc")).isEqualTo("a\nb moved\nc");
    }

    @RepeatedTest(300)
    void noParagraphThatSomebodyWroteIsLost() {
        var base = text(random.nextInt(6), "base");
        var mine = changed(base, "mine");
        var theirs = changed(base, "theirs");
        var merged = lines(joined(joined(base), joined(mine), joined(theirs)));

        assertThat(merged)
                .as("seed %d", seed)
                .containsAll(written(mine, "mine"))
                .containsAll(written(theirs, "theirs"));
        assertThat(merged).as("seed %d", seed).doesNotHaveDuplicates();
        assertThat(joined(joined(base), joined(base), joined(theirs))).isEqualTo(joined(theirs));
        assertThat(joined(joined(base), joined(mine), joined(base))).isEqualTo(joined(mine));
    }

    @RepeatedTest(100)
    void whatIsSentAgainChangesNothing() {
        var base = joined(text(1 + random.nextInt(5), "base"));
        var mine = base + "\nmine " + random.nextInt();
        var theirs = "theirs " + random.nextInt() + "\n" + base;
        var once = joined(base, mine, theirs);

        assertThat(joined(base, mine, once)).as("seed %d", seed).isEqualTo(once);
    }

    private static List<String> written(List<String> lines, String by) {
        return lines.stream().filter(line -> line.startsWith(by)).toList();
    }

    private List<String> text(int size, String by) {
        var lines = new ArrayList<String>();
        for (var number = 0; number < size; number++) {
            lines.add(by + number + "-" + random.nextInt(1_000_000));
        }
        return lines;
    }

    private List<String> changed(List<String> base, String by) {
        var lines = new ArrayList<>(base);
        for (var change = random.nextInt(4); change > 0; change--) {
            var at = lines.isEmpty() ? 0 : random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.addAll(at, text(1 + random.nextInt(2), by));
                case 1 -> {
                    if (!lines.isEmpty()) {
                        lines.set(at, text(1, by).getFirst());
                    }
                }
                default -> {
                    if (!lines.isEmpty()) {
                        lines.remove(at);
                    }
                }
            }
        }
        return lines;
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    private static String joined(String base, String mine, String theirs) {
        return TextMerge.of(base, mine, theirs).text();
    }
}
