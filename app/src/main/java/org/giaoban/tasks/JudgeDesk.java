package org.giaoban.tasks;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.DeskItem;
import org.giaoban.platform.DeskSource;
import org.giaoban.tasks.TaskFilter.View;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the giver: reports to confirm and requests for more time. */
@Service
@Transactional(readOnly = true)
class JudgeDesk implements DeskSource {

    private final TaskListing listing;
    private final TaskSights sights;
    private final TaskLines lines;

    JudgeDesk(TaskListing listing, TaskSights sights, TaskLines lines) {
        this.listing = listing;
        this.sights = sights;
        this.lines = lines;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String titleKey() {
        return "tasks.desk.judge";
    }

    @Override
    public String icon() {
        return "checks";
    }

    @Override
    public String href() {
        return "/tasks?view=waiting";
    }

    @Override
    public int count(LocalDate today) {
        return listing.count(sights.of(View.WAITING, today));
    }

    /** The date is left out: it is the unit's date, and the unit has done its part. */
    @Override
    public List<DeskItem> items(LocalDate today, int limit) {
        return lines.of(listing.first(sights.of(View.WAITING, today), limit), today).stream()
                .map(TaskDesk::item)
                .map(item -> new DeskItem(item.title(), item.detail(), item.href(), null))
                .toList();
    }
}
