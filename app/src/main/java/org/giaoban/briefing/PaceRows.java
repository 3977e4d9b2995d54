package org.giaoban.briefing;

import static org.giaoban.platform.Texts.text;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.giaoban.indicators.CountsText;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.indicators.FigureLine.UnitFigure;
import org.giaoban.indicators.Indicator;
import org.giaoban.platform.Formats;
import org.jspecify.annotations.Nullable;

/** Indicators against the pace of their plan. */
final class PaceRows {

    private static final int MOST = 10;
    private static final BoardPage.Shown NO_PLAN = new BoardPage.Shown("", null, false);

    private PaceRows() {}

    static List<BoardPage.PaceRow> of(Board board) {
        if (!board.paced()) {
            return board.planned().stream().map(line -> row(board, line)).toList();
        }
        return board.behind().stream()
                .sorted(Comparator.comparing(FigureLine::standing).reversed())
                .limit(MOST)
                .map(line -> row(board, line))
                .toList();
    }

    static BoardPage.PaceRow row(Board board, FigureLine line) {
        var indicator = line.indicator();
        return new BoardPage.PaceRow(
                board.occasion().analysis(indicator.code()),
                indicator.name(),
                indicator.unitOfMeasure(),
                shown(board.occasion(), line),
                CountsText.brief(line.actual().counts()),
                board.paced() ? plan(board.occasion(), line) : NO_PLAN,
                board.paced() ? bar(line) : null,
                Changes.of(board.occasion(), line),
                board.paced() ? lowest(board, line) : null,
                new BoardPage.Shown(
                        line.sameLastYear().text(indicator),
                        board.occasion()
                                .passport(
                                        indicator.code(),
                                        board.occasion().shown().sameLastYear()),
                        line.sameLastYear().value() == null));
    }

    /** The year's plan, empty where there is none. */
    static BoardPage.Shown plan(Occasion occasion, FigureLine line) {
        return line.plan().year() == null
                ? NO_PLAN
                : new BoardPage.Shown(
                        line.plan().text(line.indicator()),
                        occasion.plan(line.indicator().code()),
                        false);
    }

    static BoardPage.Shown shown(Occasion occasion, FigureLine line) {
        return new BoardPage.Shown(
                line.actual().text(line.indicator()),
                occasion.passport(occasion.unit().code(), line.indicator().code()),
                line.actual().value() == null);
    }

    static BoardPage.Bar bar(FigureLine line) {
        var done = percent(line.doneOfPlan());
        var due = percent(line.paceOfPlan());
        var tone = switch (line.standing()) {
            case ON_PACE -> "green";
            case FAR_BEHIND -> "red";
            case BEHIND, NO_PLAN -> "gold";
        };
        var label = text("briefing.bar", Formats.percent(line.doneOfPlan(), 1), Formats.percent(line.paceOfPlan(), 1));
        return new BoardPage.Bar(done, line.paceOfPlan() == null ? -1 : due, tone, label);
    }

    static BoardPage.@Nullable Lowest lowest(Board board, FigureLine line) {
        if (line.lowest().isEmpty()) {
            return null;
        }
        var unit = line.lowest().getFirst();
        return new BoardPage.Lowest(
                board.around().names().getOrDefault(unit.unit(), unit.name()),
                against(line.indicator(), unit),
                unit.standing() == Standing.FAR_BEHIND
                        ? "late"
                        : unit.standing() == Standing.BEHIND ? "waiting" : "neutral",
                board.occasion().passport(unit.code(), line.indicator().code()));
    }

    private static String against(Indicator indicator, UnitFigure unit) {
        var actual = unit.rolled().text(indicator);
        var plan = unit.plan().year();
        return plan == null || indicator.type() == Indicator.Type.PERCENT
                ? actual
                : actual + "/" + unit.plan().text(indicator);
    }

    private static String number(Indicator indicator, @Nullable BigDecimal value) {
        return indicator.type() == Indicator.Type.PERCENT
                ? Formats.percent(value, indicator.decimals())
                : Formats.number(value, indicator.decimals());
    }

    private static double percent(@Nullable BigDecimal value) {
        return value == null ? 0 : value.doubleValue();
    }
}
