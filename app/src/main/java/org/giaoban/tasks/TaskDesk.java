package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.tasks.TaskFilter.View;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tasks on the viewer's desk: those I answer for, and those of the units I hold a post in. */
@Service
@Transactional(readOnly = true)
class TaskDesk implements DeskSource {

    private final TaskListing listing;
    private final TaskSights sights;
    private final TaskLines lines;

    TaskDesk(TaskListing listing, TaskSights sights, TaskLines lines) {
        this.listing = listing;
        this.sights = sights;
        this.lines = lines;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "tasks.desk.tasks";
    }

    @Override
    public String icon() {
        return "checklist";
    }

    @Override
    public String href() {
        return "/tasks?view=owed";
    }

    @Override
    public int count(LocalDate today) {
        return listing.count(sights.of(View.OWED, today));
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return lines.of(listing.first(sights.of(View.OWED, today), limit), today).stream()
                .map(TaskDesk::item)
                .toList();
    }

    static DeskItem item(TaskLine line) {
        var unit = line.lights().isEmpty() ? "" : line.lights().getFirst().unitName();
        return new DeskItem(
                line.title(),
                unit.isEmpty()
                        ? line.source().label()
                        : unit + " · " + line.source().label(),
                line.href(),
                line.dueOn());
    }
}
