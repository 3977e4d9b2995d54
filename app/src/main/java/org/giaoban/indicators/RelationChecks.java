package org.giaoban.indicators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import org.giaoban.indicators.CheckRule.Relation;
import org.giaoban.indicators.IndicatorRelation.Kind;
import org.giaoban.kernel.DateRange;

/** The checks that follow from what is part of what. */
final class RelationChecks {

    private RelationChecks() {}

    static List<CheckRule> of(List<IndicatorRelation> relations) {
        var checks = new ArrayList<CheckRule>();
        var cuts = new LinkedHashMap<String, List<IndicatorRelation>>();
        for (var relation : relations) {
            if (relation.kind() == Kind.OF_WHICH) {
                checks.add(rule(
                        relation.part() + "-of-" + relation.whole(),
                        relation,
                        new Relation.Part(relation.part(), relation.whole()),
                        relation.valid()));
            } else {
                cuts.computeIfAbsent(relation.whole() + " " + relation.cut().vi(), key -> new ArrayList<>())
                        .add(relation);
            }
        }
        cuts.values().forEach(cut -> addSums(checks, cut));
        return checks;
    }

    /** A cut whose parts come and go is one sum after the other, each as long as its parts stay the same. */
    private static void addSums(List<CheckRule> checks, List<IndicatorRelation> cut) {
        var turns = new TreeSet<java.time.LocalDate>();
        cut.forEach(relation -> {
            turns.add(relation.valid().from());
            if (relation.valid().until() != null) {
                turns.add(relation.valid().until());
            }
        });
        for (var from : turns) {
            var parts = cut.stream().filter(part -> part.valid().contains(from)).toList();
            var first = cut.getFirst();
            if (parts.size() > 1) {
                checks.add(rule(
                        first.whole() + "-parts-" + parts.getFirst().part(),
                        first,
                        new Relation.Sum(
                                first.whole(),
                                parts.stream().map(IndicatorRelation::part).toList()),
                        new DateRange(from, turns.higher(from))));
            }
        }
    }

    private static CheckRule rule(String code, IndicatorRelation of, Relation relation, DateRange valid) {
        return new CheckRule(code, of.severity(), relation, CheckDesk.sentence(relation), valid);
    }
}
