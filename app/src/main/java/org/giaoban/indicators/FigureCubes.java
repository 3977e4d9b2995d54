package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.indicators.FigureLine.Plan;
import org.giaoban.indicators.FigureLine.Rolled;
import org.giaoban.indicators.FigureLine.Standing;
import org.giaoban.indicators.RollUps.Bucket;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.TreeView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures of many units, periods and indicators, asked for at once. Whoever calls has asked for the right to see. */
@Service
@Transactional(readOnly = true)
public class FigureCubes {

    private final FigureLines lines;
    private final RollUps rollUps;

    FigureCubes(FigureLines lines, RollUps rollUps) {
        this.lines = lines;
        this.rollUps = rollUps;
    }

    /** A figure with the plan it is held against. */
    public record Reading(Indicator indicator, Rolled actual, Plan plan) {

        public Standing standing() {
            return FigureLine.standing(indicator, actual, plan);
        }
    }

    /** Where figures of the tops and of all that stand right below them are found, each by the tree of its period. */
    public static final class Cube {

        private final Map<String, Indicator> indicators;
        private final RolledUp rolled;
        private final Map<Place, Branch> branches = new HashMap<>();

        private record Place(UnitId unit, Period period) {}

        private record Branch(int bucket, int number) {}

        private Cube(Map<String, Indicator> indicators, RolledUp rolled, List<Bucket> buckets) {
            this.indicators = indicators;
            this.rolled = rolled;
            for (var bucket = 0; bucket < buckets.size(); bucket++) {
                var units = rolled.tree(bucket).branches();
                var period = buckets.get(bucket).period();
                for (var number = 1; number < units.size(); number++) {
                    branches.putIfAbsent(new Place(units.get(number).id(), period), new Branch(bucket, number));
                }
                if (!units.isEmpty()) {
                    branches.put(new Place(units.getFirst().id(), period), new Branch(bucket, Tree.ALL));
                }
            }
        }

        /** The indicators asked for that the catalogue knows in any of the periods, as last worded, in the order asked. */
        public List<Indicator> indicators() {
            return List.copyOf(indicators.values());
        }

        /** Whether the period had the unit and the indicator, so that the figure has a passport. */
        public boolean knows(UnitId unit, Period period, Indicator indicator) {
            var branch = branches.get(new Place(unit, period));
            return branch != null && rolled.inForce(branch.bucket(), indicator) != null;
        }

        /** By the formula of that period. Of a unit or an indicator it did not have, nothing applies. */
        public Reading at(UnitId unit, Period period, Indicator indicator) {
            var branch = branches.get(new Place(unit, period));
            if (branch == null) {
                return new Reading(indicator, RolledUp.NOT_APPLICABLE, Plan.NONE);
            }
            var inForce = rolled.inForce(branch.bucket(), indicator);
            return new Reading(
                    inForce == null ? indicator : inForce,
                    rolled.rolled(branch.bucket(), branch.number(), indicator),
                    rolled.plan(branch.bucket(), branch.number(), indicator));
        }
    }

    /** For each of the tops and the units right below it; codes the catalogue does not know are left out. */
    public Cube of(Collection<UnitId> tops, List<Period> periods, Collection<String> codes, TreeView view) {
        var editions = lines.editions(codes);
        var newest = periods.stream()
                .sorted(Comparator.comparing(Period::lastDay).reversed())
                .map(period -> editions.on(period.lastDay()))
                .distinct()
                .toList();
        var buckets = new ArrayList<Bucket>();
        for (var period : periods) {
            tops.forEach(top -> buckets.add(rollUps.bucket(top, period, view)));
        }
        var asked = new java.util.LinkedHashMap<String, Indicator>();
        for (var code : codes) {
            newest.stream()
                    .filter(edition -> edition.containsKey(code))
                    .findFirst()
                    .ifPresent(edition -> asked.put(code, edition.get(code)));
        }
        return new Cube(asked, rollUps.of(buckets, editions), buckets);
    }
}
