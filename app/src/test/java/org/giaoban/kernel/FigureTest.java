package org.giaoban.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FigureTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Test
    void absenceIsNotZero() {
        var silent = Figure.missing(Absence.NOT_REPORTED);

        assertThat(silent.amount()).isEmpty();
        assertThat(Figure.of(0)).isNotEqualTo(silent);
        assertThat(silent.plus(Figure.of(5))).isEqualTo(Figure.of(5));
        assertThat(silent.plus(Figure.missing(Absence.NONE))).isEqualTo(silent);
        assertThat(Figure.missing(Absence.NOT_APPLICABLE).plus(Figure.missing(Absence.NONE)))
                .isEqualTo(Figure.missing(Absence.NONE));
    }

    @Test
    void sharesAreRecomputedNotAdded() {
        var small = Figure.share(BigDecimal.ONE, BigDecimal.TWO, HUNDRED);
        var large = Figure.share(BigDecimal.TEN, HUNDRED, HUNDRED);

        var both = small.plus(large).recomputed(HUNDRED);

        assertThat(both.amount().orElseThrow()).isBetween(new BigDecimal("10.78"), new BigDecimal("10.79"));
        assertThat(Figure.share(BigDecimal.ONE, BigDecimal.ZERO, HUNDRED))
                .isEqualTo(Figure.missing(Absence.NOT_APPLICABLE));
    }

    @Test
    void aPlainNumberAddedToAShareLeavesNoShareBehind() {
        var mixed = Figure.share(BigDecimal.ONE, BigDecimal.TWO, HUNDRED).plus(Figure.of(3));

        assertThat(mixed.recomputed(HUNDRED).amount().orElseThrow()).isEqualByComparingTo("53");
    }

    @Test
    void aSumIsOnlyAsExactAsItsParts() {
        var over = Figure.of(7300).qualified(Qualifier.OVER);
        var nearly = Figure.of(14).qualified(Qualifier.NEARLY);

        assertThat(qualifier(over.plus(Figure.of(1)))).isEqualTo(Qualifier.OVER);
        assertThat(qualifier(nearly.plus(over))).isEqualTo(Qualifier.ABOUT);
        assertThat(qualifier(nearly.plus(nearly))).isEqualTo(Qualifier.NEARLY);
    }

    @Test
    void theOrderOfAddingDoesNotMatter() {
        var random = Seeded.random("figures");
        for (var i = 0; i < 300; i++) {
            var figures = some(random);
            var forward = sum(figures);
            Collections.shuffle(figures, random);
            assertThat(sum(figures)).isEqualTo(forward);
            var half = figures.size() / 2;
            assertThat(sum(figures.subList(0, half)).plus(sum(figures.subList(half, figures.size()))))
                    .isEqualTo(forward);
        }
    }

    private static Figure sum(List<Figure> figures) {
        return figures.stream().reduce(Figure.missing(Absence.NOT_APPLICABLE), Figure::plus);
    }

    private static List<Figure> some(Random random) {
        var figures = new ArrayList<Figure>();
        for (var count = random.nextInt(2, 9); count > 0; count--) {
            var whole = BigDecimal.valueOf(random.nextInt(1, 1000));
            figures.add(
                    switch (random.nextInt(3)) {
                        case 0 -> Figure.missing(Absence.values()[random.nextInt(3)]);
                        case 1 -> Figure.share(whole, HUNDRED, HUNDRED);
                        default -> Figure.of(whole).qualified(Qualifier.values()[random.nextInt(4)]);
                    });
        }
        return figures;
    }

    private static Qualifier qualifier(Figure figure) {
        return ((Figure.Present) figure).qualifier();
    }
}
