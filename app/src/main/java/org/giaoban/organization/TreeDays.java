package org.giaoban.organization;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.giaoban.access.Scope;
import org.springframework.stereotype.Component;

/** The days on which the tree became another one. */
@Component
class TreeDays {

    private final TreeMemory memory;

    TreeDays(TreeMemory memory) {
        this.memory = memory;
    }

    /** The latest days on which a unit of the scope ended or became different; the founding of a unit alone is none. */
    List<LocalDate> latest(Scope scope, int most) {
        var days = new TreeSet<LocalDate>(Comparator.reverseOrder());
        memory.now().versions().each(versions -> {
            for (var version : versions) {
                var end = version.unit().valid().until();
                if (end != null
                        && !days.contains(end)
                        && scope.contains(version.unit().id())) {
                    days.add(end);
                }
            }
        });
        return days.stream().limit(most).toList();
    }
}
