package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.giaoban.access.MatrixSamples;
import org.giaoban.access.MatrixWorld;
import org.giaoban.access.Sample;
import org.giaoban.tasks.EscalationRules.Rule;
import org.giaoban.tasks.EscalationRules.Rung;
import org.springframework.stereotype.Component;

/** A rule of overdue work that can be ended. */
@Component
class EscalationSamples implements MatrixSamples {

    private final EscalationRules rules;

    EscalationSamples(EscalationRules rules) {
        this.rules = rules;
    }

    @Override
    public List<Sample> samples(MatrixWorld world) {
        var rule = new Rule(LocalDate.of(2001, 1, 1), null, 300, Rung.ABOVE);
        rules.add(rule);
        return List.of(Sample.of("/rules/overdue/{id}/end", Map.of("id", rule.id()), null)
                .with(Map.of("last", "2030-12-31")));
    }
}
