package org.giaoban.readers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules in force. */
@Component
class ReaderRulebook {

    private final Clock clock;
    private volatile List<ReaderRules> rules = List.of();

    ReaderRulebook(Clock clock) {
        this.clock = clock;
    }

    void declare(List<ReaderRules> sets) {
        rules = sets.stream().sorted(Comparator.comparing(ReaderRules::from)).toList();
    }

    /** The newest that has begun; the first set where none has. */
    ReaderRules today() {
        var day = LocalDate.now(clock);
        return rules.stream()
                .filter(set -> !set.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(rules::getFirst);
    }
}
