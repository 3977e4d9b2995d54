package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.tasks.TaskFilter.View;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Overdue work that was laid before the viewer as a leader. */
@Service
@Transactional(readOnly = true)
class EscalationDesk implements DeskSource {

    private final TaskListing listing;
    private final TaskSights sights;
    private final TaskLines lines;

    EscalationDesk(TaskListing listing, TaskSights sights, TaskLines lines) {
        this.listing = listing;
        this.sights = sights;
        this.lines = lines;
    }

    @Override
    public int order() {
        return 17;
    }

    @Override
    public String titleKey() {
        return "tasks.desk.raised";
    }

    @Override
    public String icon() {
        return "arrow-big-up-lines";
    }

    @Override
    public String href() {
        return "/tasks?view=raised";
    }

    @Override
    public int count(LocalDate today) {
        return listing.count(sights.of(View.RAISED, today));
    }

    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return lines.of(listing.first(sights.of(View.RAISED, today), limit), today).stream()
                .map(TaskDesk::item)
                .toList();
    }
}
