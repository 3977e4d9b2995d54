package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.giaoban.analysis.PivotAsk.Show;
import org.giaoban.indicators.FigureLine.Counts;
import org.giaoban.indicators.Indicator;
import org.giaoban.organization.Unit;
import org.giaoban.platform.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A pivot table with everything to turn it by.
 *
 * @param refusal why the table is not shown, in words; null when it is
 */
record PivotPage(
        Standpoint at,
        PeriodLinks links,
        PivotAsk ask,
        Choices choices,
        @Nullable Layout<Cell> table,
        @Nullable String refusal,
        boolean estimated,
        Keeping keeping) {

    /** A figure in the table; {@code href} leads to its passport, which a total of chosen units has not; a plan has no counts. */
    record Cell(
            String text,
            @Nullable String href,
            @Nullable BigDecimal number,
            @Nullable Counts counts,
            boolean total) {}

    /** What can be chosen: units, periods by year, indicators by group. */
    record Choices(
            List<Unit> units, Map<Integer, Map<String, String>> periods, Map<String, List<Indicator>> indicators) {}

    public boolean asked(String period) {
        return ask.periods().stream().anyMatch(one -> one.code().equals(period));
    }

    public static Map<String, String> places() {
        return words(Arrangement.PLACES, place -> Texts.text("analysis.place." + place));
    }

    public static Map<String, String> shows() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(Show.values()).forEach(show -> words.put(show.code(), show.word()));
        return words;
    }

    public static Map<String, String> spans() {
        var words = new LinkedHashMap<String, String>();
        Arrays.stream(PivotSpan.values()).forEach(span -> words.put(span.code(), span.word()));
        return words;
    }

    private static Map<String, String> words(List<String> codes, UnaryOperator<String> word) {
        var words = new LinkedHashMap<String, String>();
        codes.forEach(code -> words.put(code, word.apply(code)));
        return words;
    }

    /** The address of the same table as a file. */
    public String file(String format) {
        return at.tree().view().on(ask.on(at.plainPivot())) + "&format=" + format;
    }

    /** Row headings of the table's corner. */
    public List<String> corner() {
        return ask.places().rows().stream().map(Dimension::word).toList();
    }
}
