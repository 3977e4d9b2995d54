package org.giaoban.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.access.UnitTree;
import org.giaoban.documents.HeadRule.Superior;
import org.giaoban.kernel.UnitId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The head of a unit's papers: its own, else written by the rule of its kind under the head of the unit above. */
@Component
class Letterheads {

    private final RegisterRepository register;
    private final ObjectProvider<UnitTree> units;

    /** The tree comes late because the module that implements it stands above this one. */
    Letterheads(RegisterRepository register, ObjectProvider<UnitTree> units) {
        this.register = register;
        this.units = units;
    }

    /** The unit above with its head. */
    private record Above(UnitTree.Step step, Letterhead head) {}

    Optional<Letterhead> of(UnitId unit, LocalDate on) {
        var own = register.letterhead(unit, on);
        return own.isPresent() ? own : derived(units.getObject().path(unit, on), on);
    }

    private Optional<Letterhead> derived(List<UnitTree.Step> path, LocalDate on) {
        var ids = path.stream().map(UnitTree.Step::unit).toList();
        var known = register.letterheads(ids, on);
        var rules = register.headRules(on);
        Above above = null;
        for (var step : path.reversed()) {
            var head = known.getOrDefault(step.unit(), derived(step, above, rules));
            above = new Above(step, head);
        }
        return above == null ? Optional.empty() : Optional.of(above.head);
    }

    private static Letterhead derived(UnitTree.Step step, @Nullable Above above, Map<String, HeadRule> rules) {
        var rule = rules.getOrDefault(step.kind(), HeadRule.ANY);
        if (above == null) {
            return new Letterhead(rule.symbol(step.name(), ""), "", step.name(), rule.place(step.name(), ""));
        }
        var over = rules.getOrDefault(above.step.kind(), HeadRule.ANY);
        var superior = switch (rule.superior()) {
            case NOBODY -> "";
            case ORGANISATION -> over.organisation(above.head.name());
            case BODY -> above.head.name();
        };
        var name = rule.superior() == Superior.BODY ? rule.ownName(step.name(), above.step.name()) : step.name();
        return new Letterhead(
                rule.symbol(step.name(), above.head.symbol()),
                superior,
                name,
                rule.place(step.name(), above.head.place()));
    }

    /** The term of the unit, else of the nearest unit above that has one: a branch counts within its committee's term. */
    Optional<String> term(UnitId unit, LocalDate on) {
        var own = register.term(unit, on);
        if (own.isPresent()) {
            return own;
        }
        var above = units.getObject().path(unit, on).stream()
                .map(UnitTree.Step::unit)
                .toList();
        var terms = register.terms(above, on);
        return above.stream().filter(terms::containsKey).map(terms::get).findFirst();
    }
}
