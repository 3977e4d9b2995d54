package org.giaoban.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.platform.Slice;
import org.giaoban.tasks.TaskListing.Sight;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of tasks as one viewer sees them. */
@Service
@Transactional(readOnly = true)
class TaskLists {

    static final int PAGE = 50;
    static final int EXPORT = 5_000;

    private final TaskListing listing;
    private final TaskSights sights;
    private final TaskLines lines;
    private final Organization organization;
    private final Deeds deeds;

    TaskLists(TaskListing listing, TaskSights sights, TaskLines lines, Organization organization, Deeds deeds) {
        this.listing = listing;
        this.sights = sights;
        this.lines = lines;
        this.organization = organization;
        this.deeds = deeds;
    }

    Slice<TaskLine> page(TaskFilter filter, TaskFilter.@Nullable Cursor after) {
        var today = deeds.today();
        var rows = Slice.of(
                listing.page(sight(filter), filter, today, after, PAGE + 1),
                PAGE,
                row -> row.task().id().toString());
        return new Slice<>(lines.of(rows.items(), today), rows.next());
    }

    List<TaskLine> all(TaskFilter filter) {
        var today = deeds.today();
        return lines.of(listing.page(sight(filter), filter, today, null, EXPORT), today);
    }

    /** The units that owe something in this view, by id, for the filter. */
    Map<String, String> units(TaskFilter filter) {
        var names = organization.shortNames(listing.units(sight(filter)), deeds.today());
        var sorted = new LinkedHashMap<String, String>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(VietnameseText.alphabetical()))
                .forEach(entry -> sorted.put(entry.getKey().value().toString(), entry.getValue()));
        return sorted;
    }

    Map<String, String> sources(TaskFilter filter) {
        var all = new LinkedHashMap<String, String>();
        listing.sources(sight(filter)).forEach(source -> all.put(source.id().toString(), source.label()));
        return all;
    }

    /** Whether the viewer gives orders somewhere and so confirms reports. */
    boolean judges() {
        return sights.judges();
    }

    private Sight sight(TaskFilter filter) {
        return sights.of(filter.view(), deeds.today());
    }
}
