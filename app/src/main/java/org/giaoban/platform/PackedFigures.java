package org.giaoban.platform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.giaoban.kernel.Figure;
import org.giaoban.kernel.Qualifier;
import org.jspecify.annotations.Nullable;

/** Many things as one row keeps them: a list for each column, or null for a list in which nothing stands. */
public final class PackedFigures {

    private PackedFigures() {}

    /** Amounts, numerators, denominators, qualifiers and absences; amounts are never null as a whole. */
    public static List<@Nullable Object> columns(List<Figure> figures) {
        var size = figures.size();
        var amounts = new @Nullable BigDecimal[size];
        var numerators = new @Nullable BigDecimal[size];
        var denominators = new @Nullable BigDecimal[size];
        var qualifiers = new @Nullable String[size];
        var absences = new @Nullable String[size];
        for (var at = 0; at < size; at++) {
            switch (figures.get(at)) {
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
        var columns = new ArrayList<@Nullable Object>();
        columns.add(amounts);
        columns.add(orNull(numerators));
        columns.add(orNull(denominators));
        columns.add(orNull(qualifiers));
        columns.add(orNull(absences));
        return columns;
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
