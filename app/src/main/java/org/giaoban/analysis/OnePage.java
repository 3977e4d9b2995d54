package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.Rolled;
import org.giaoban.indicators.Indicator;
import org.giaoban.kernel.Period;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of one unit, looked at from every side.
 *
 * @param others the indicators of the same group, by address
 * @param rank null where the units beside it may not be read or there are none
 */
record OnePage(
        Standpoint at,
        FigureLine line,
        Cumulative cumulative,
        PeriodLinks periods,
        Map<String, String> others,
        Series series,
        @Nullable Ranking rank,
        Tiles tiles,
        Keeping keeping) {

    Indicator indicator() {
        return line.indicator();
    }

    public String plainHref() {
        return Standpoint.plainOne(at.unit().code(), indicator().code(), at.period());
    }

    public boolean estimated() {
        return line.estimated()
                || tiles.tiles().stream()
                        .anyMatch(tile -> tile.reading().actual().estimated());
    }

    /** The year so far. */
    record Cumulative(Period period, Reading reading) {}

    /**
     * The indicator through time, oldest first.
     *
     * @param steps the other ways to step, by address
     */
    record Series(Step step, Map<String, String> steps, String active, List<Point> points, List<Mark> marks) {

        public boolean partial() {
            return points.stream().anyMatch(Point::partial);
        }

        public boolean planned() {
            return points.stream().anyMatch(point -> point.now().plan().pace() != null);
        }
    }

    /**
     * One period of the series.
     *
     * @param asked whether the page is about it
     * @param ahead whether it is not over: what is known of it is no figure yet
     */
    record Point(Period period, Reading now, Rolled lastYear, boolean asked, boolean ahead) {

        public String label() {
            return PeriodLinks.label(period);
        }

        /** Whether some of those who should have reported have not: the figure is smaller than it will be. */
        public boolean partial() {
            var counts = now.actual().counts();
            return value() != null && counts.notReported() + counts.partial() > 0;
        }

        /** As programs read it; null when there is none. */
        public @Nullable String value() {
            return ahead ? null : plain(now.actual().value());
        }

        public @Nullable String due() {
            return plain(now.plan().pace());
        }

        public @Nullable String then() {
            return plain(lastYear.value());
        }

        private @Nullable String plain(@Nullable BigDecimal value) {
            return value == null
                    ? null
                    : value.setScale(now.indicator().decimals() + 1, java.math.RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }

    /** A reorganisation within the series. */
    record Mark(int number, String day, String text, int point) {}

    /** Units beside each other. */
    record Ranking(boolean siblings, boolean byPlan, List<RankRow> rows, int place, int ranked, boolean shared) {}

    record RankRow(Unit unit, Reading reading, int place, boolean shared, double percent, boolean own) {

        public String text() {
            return reading.actual().text(reading.indicator());
        }

        public String plan() {
            return reading.plan().text(reading.indicator());
        }

        public boolean missing() {
            return reading.actual().value() == null;
        }
    }

    /** The units below as a map of equal tiles. */
    record Tiles(boolean planned, List<Tile> tiles) {}

    record Tile(Unit unit, Reading reading, Shade shade, int band) {

        public String text() {
            return reading.actual().text(reading.indicator());
        }

        public String css() {
            return band > 0 ? "band-" + band : shade.css();
        }

        public String word() {
            return band > 0 ? org.giaoban.platform.Texts.text("analysis.band." + band) : shade.word();
        }
    }
}
