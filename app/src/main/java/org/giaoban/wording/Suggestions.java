package org.giaoban.wording;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;

/** What a writer can choose with one click: units, posts and people, days, measures. */
@Component
class Suggestions {

    private final WhoIdeas who;
    private final WhenIdeas when;
    private final MeasureIdeas measures;
    private final Access access;
    private final Clock clock;

    Suggestions(WhoIdeas who, WhenIdeas when, MeasureIdeas measures, Access access, Clock clock) {
        this.who = who;
        this.when = when;
        this.measures = measures;
        this.access = access;
        this.clock = clock;
    }

    /** Nothing for those who may not give work in the unit: names are not for everybody. */
    List<Suggestion> of(Reading reading, UnitId unit) {
        if (!reading.vague()
                || Stream.of(Capability.MEETING_RUN, Capability.TASK_ASSIGN)
                        .noneMatch(one -> access.allows(one, unit))) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var all = new ArrayList<Suggestion>();
        for (var part : reading.missing()) {
            all.addAll(
                    switch (part) {
                        case WHO -> who.of(reading.text(), unit, today);
                        case WHEN -> when.of(unit, today);
                        case MEASURE -> measures.of(reading.text(), today);
                    });
        }
        return all;
    }
}
