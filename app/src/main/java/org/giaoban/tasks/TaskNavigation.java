package org.giaoban.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskSource;
import org.giaoban.platform.NavGroup;
import org.giaoban.platform.NavItem;
import org.giaoban.platform.NavSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** "My work" with its number on top of the navigation, and the tasks in the cycle. */
@Component
class TaskNavigation implements NavSource {

    private final ObjectProvider<DeskSource> desk;
    private final TaskDesk tasks;
    private final Clock clock;

    TaskNavigation(ObjectProvider<DeskSource> desk, TaskDesk tasks, Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public List<NavItem> items() {
        var today = LocalDate.now(clock);
        var all = desk.stream()
                .filter(DeskSource::owed)
                .mapToInt(source -> source.count(today))
                .sum();
        return List.of(
                new NavItem(NavGroup.DESK, 10, "tasks.nav.desk", "inbox", "/desk", badge(all)),
                new NavItem(NavGroup.CYCLE, 40, "tasks.nav.tasks", "checklist", "/tasks", badge(tasks.count(today))));
    }

    private static @Nullable Integer badge(int count) {
        return count == 0 ? null : count;
    }
}
