package org.giaoban.platform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.jspecify.annotations.Nullable;

/** Many things as one row keeps them: a list for each column, or null for a list in which nothing stands. */
public final class PackedFigures {

    private final @Nullable BigDecimal[] amounts;
    private final @Nullable BigDecimal[] numerators;
    private final @Nullable BigDecimal[] denominators;
    private final @Nullable String[] qualifiers;
    private final @Nullable String[] absences;

    private PackedFigures(int size) {
        amounts = new @Nullable BigDecimal[size];
        numerators = new @Nullable BigDecimal[size];
        denominators = new @Nullable BigDecimal[size];
        qualifiers = new @Nullable String[size];
        absences = new @Nullable String[size];
    }

    /** Amounts, numerators, denominators, qualifiers and absences; amounts are never null as a whole. */
    public static List<@Nullable Object> columns(List<Figure> figures) {
        var packed = new PackedFigures(figures.size());
        for (var at = 0; at < figures.size(); at++) {
            packed.put(at, figures.get(at));
        }
        return Arrays.<@Nullable Object>asList(
                packed.amounts,
                orNull(packed.numerators),
                orNull(packed.denominators),
                orNull(packed.qualifiers),
                orNull(packed.absences));
    }

    private void put(int at, Figure figure) {
        switch (figure) {
            case Figure.Missing missing -> absences[at] = missing.absence().name();
            case Figure.Present present -> {
                amounts[at] = present.value();
                numerators[at] = present.numerator();
                denominators[at] = present.denominator();
                qualifiers[at] = present.qualifier() == Qualifier.EXACT
                        ? null
                        : present.qualifier().name();
            }
        }
    }

    public static <T> @Nullable Object texts(List<T> of, Function<T, @Nullable String> text) {
        var texts = new @Nullable String[of.size()];
        for (var at = 0; at < texts.length; at++) {
            texts[at] = text.apply(of.get(at));
        }
        return orNull(texts);
    }

    private static @Nullable Object orNull(@Nullable Object[] column) {
        for (var each : column) {
            if (each != null) {
                return column;
            }
        }
        return null;
    }
}
