package org.giaoban.reorganisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.stereotype.Component;

/** Settles every open conflict of a plan by its first choice. */
@Component
class Settlement {

    private final Plans plans;
    private final Rehearsals rehearsals;

    Settlement(Plans plans, Rehearsals rehearsals) {
        this.plans = plans;
        this.rehearsals = rehearsals;
    }

    void settle(PlanId plan) {
        rehearsals.of(plan).conflicts().forEach(open -> {
            var conflict = open.conflict();
            assertThat(conflict.choices()).as(conflict.sentence()).isNotEmpty();
            plans.choose(plan, conflict.key(), conflict.choices().getFirst().value());
        });
    }
}
