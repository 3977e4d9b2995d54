package org.giaoban.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Negative control of all tests with bombs: one that hangs, swells or breaks its reader is not called defused. */
class BombsTest {

    private static final int PIECE = 64 << 10;

    private final Bombs bombs =
            new Bombs(Evidence.of("web-bombs-control"), IllegalArgumentException.class, 1000 * PIECE);

    @Test
    void whatHangsSwellsOrBreaksIsFound() {
        assertThat(bombs.flaw("hangs", () -> {
                    var turns = 0;
                    while (!Thread.currentThread().isInterrupted()) {
                        turns++;
                    }
                    return turns;
                }))
                .contains("no end");
        assertThat(bombs.flaw("breaks", () -> {
                    throw new NullPointerException();
                }))
                .contains("NullPointer");
        assertThat(bombs.flaw("digs", () -> dig(0))).contains("StackOverflow");
        assertThat(bombs.flaw("swells", () -> {
                    var sum = 0;
                    for (var i = 0; i < 2000; i++) {
                        sum += new byte[PIECE].length;
                    }
                    return sum;
                }))
                .contains("took");
        assertThat(bombs.flaw("refuses", () -> {
                    throw new IllegalArgumentException("no");
                }))
                .isNull();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int dig(int level) {
        return dig(level + 1) + 1;
    }
}
