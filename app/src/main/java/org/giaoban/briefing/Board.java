package org.giaoban.briefing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.indicators.FigureLine;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.kernel.UnitId;
import org.giaoban.recommendations.RecommendationLine;
import org.giaoban.reporting.Finding;
import org.giaoban.reporting.UnitProgress;

/** Everything a board shows, gathered from the modules that know it. */
record Board(
        Occasion occasion,
        List<UnitProgress> progress,
        List<FigureLine> planned,
        List<Finding> findings,
        List<RecommendationLine> waiting,
        Conference conference,
        Surroundings around) {

    /** The units above and below, their short names, today, and the indicator on top. */
    record Surroundings(List<Place> switches, Map<UnitId, String> names, LocalDate today, String headline) {}

    /** A unit one can change to. */
    record Place(String code, String name, boolean above) {}

    List<UnitProgress> missing() {
        return progress.stream().filter(unit -> !unit.state().received()).toList();
    }

    long inTime() {
        return progress.stream()
                .filter(unit -> unit.state().received() && unit.daysLate() <= 0)
                .count();
    }

    /** Yearly plans have no pace within one month, so a board of a month has none behind. */
    boolean paced() {
        return occasion.span() == Span.YEAR;
    }

    List<FigureLine> behind() {
        return planned.stream()
                .filter(line -> paced())
                .filter(line -> behind(line.standing()))
                .toList();
    }

    long onPace() {
        return planned.stream()
                .filter(line -> line.standing() == Standing.ON_PACE)
                .count();
    }

    /** The indicator the profile puts on top, when this board has it. */
    Optional<FigureLine> headline() {
        return planned.stream()
                .filter(line -> line.indicator().code().equals(around.headline()))
                .findFirst();
    }

    String shortName(UnitProgress unit) {
        return around.names().getOrDefault(unit.unit(), unit.unitName());
    }

    private static boolean behind(Standing standing) {
        return standing == Standing.BEHIND || standing == Standing.FAR_BEHIND;
    }
}
