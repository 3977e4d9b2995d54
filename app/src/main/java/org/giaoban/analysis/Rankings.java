package org.giaoban.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.giaoban.analysis.OnePage.RankRow;
import org.giaoban.analysis.OnePage.Ranking;
import org.giaoban.indicators.FigureCubes;
import org.giaoban.indicators.FigureCubes.Reading;
import org.giaoban.indicators.Indicator;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a unit among those beside it, or, at the top of what the viewer reads, the units below it among each other. */
@Component
class Rankings {

    private final FigureCubes cubes;
    private final Organization organization;
    private final Standpoints standpoints;

    Rankings(FigureCubes cubes, Organization organization, Standpoints standpoints) {
        this.cubes = cubes;
        this.organization = organization;
        this.standpoints = standpoints;
    }

    /** A unit with its figure. */
    private record Standing(Unit unit, Reading reading) {}

    @Nullable
    Ranking of(Standpoint at, Indicator indicator) {
        var parent = at.above().isEmpty() ? null : at.above().getLast();
        var siblings = parent != null && parent.id().equals(at.unit().parent());
        var top = siblings && parent != null ? parent : at.unit();
        var units = organization.children(top.id(), at.tree().treeOn());
        if (siblings && !units.stream().allMatch(standpoints::readable)) {
            return null;
        }
        var cube = cubes.of(
                List.of(top.id()),
                List.of(at.period()),
                List.of(indicator.code()),
                at.tree().view());
        var standings = units.stream()
                .filter(standpoints::readable)
                .limit(Standpoints.MOST_UNITS)
                .map(unit -> new Standing(unit, cube.at(unit.id(), at.period(), indicator)))
                .filter(standing -> OnePages.speaks(standing.reading()))
                .toList();
        return standings.size() < 2 ? null : ranking(at, indicator, siblings, standings);
    }

    private static Ranking ranking(Standpoint at, Indicator indicator, boolean siblings, List<Standing> standings) {
        var byPlan = !indicator.rate()
                && standings.stream()
                        .allMatch(standing -> standing.reading().plan().year() != null);
        var less = indicator.direction() == Indicator.Direction.LESS;
        var ranked = Ranked.of(standings, standing -> basis(standing, byPlan), less);
        var most = standings.stream()
                .map(standing -> basis(standing, byPlan))
                .filter(value -> value != null)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ONE, BigDecimal::max);
        var rows = new ArrayList<RankRow>();
        var place = 0;
        var shared = false;
        for (var one : ranked) {
            var own = one.item().unit().id().equals(at.unit().id());
            place = own ? one.place() : place;
            shared = own ? one.shared() : shared;
            rows.add(new RankRow(
                    one.item().unit(),
                    one.item().reading(),
                    one.place(),
                    one.shared(),
                    percent(basis(one.item(), byPlan), most),
                    own));
        }
        var counted = (int) ranked.stream().filter(one -> one.place() > 0).count();
        return new Ranking(siblings, byPlan, rows, place, counted, shared);
    }

    private static @Nullable BigDecimal basis(Standing standing, boolean byPlan) {
        return byPlan
                ? OnePages.done(standing.reading())
                : standing.reading().actual().value();
    }

    private static double percent(@Nullable BigDecimal value, BigDecimal most) {
        return value == null ? 0 : Math.max(0, value.doubleValue()) / most.doubleValue() * 100;
    }
}
