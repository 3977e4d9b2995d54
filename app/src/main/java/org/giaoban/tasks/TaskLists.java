package org.giaoban.tasks;

import static org.giaoban.tasks.db.Tables.TASK;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.Slice;
import org.jooq.Condition;
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
    private final Doers doers;
    private final TaskNames names;
    private final Deeds deeds;

    TaskLists(TaskListing listing, TaskSights sights, TaskLines lines, Doers doers, TaskNames names, Deeds deeds) {
        this.listing = listing;
        this.sights = sights;
        this.lines = lines;
        this.doers = doers;
        this.names = names;
        this.deeds = deeds;
    }

    Slice<TaskLine> page(TaskFilter filter, TaskFilter.@Nullable Cursor after) {
        var rows = Slice.of(
                listing.page(asked(filter), after, PAGE + 1),
                PAGE,
                row -> row.task().id().toString());
        return new Slice<>(lines.of(rows.items(), deeds.today()), rows.next());
    }

    List<TaskLine> all(TaskFilter filter) {
        return lines.of(listing.page(asked(filter), null, EXPORT), deeds.today());
    }

    Parts open(TaskFilter filter, int most) {
        return parts(filter, TASK.CLOSED_AT.isNull(), most);
    }

    Parts doneSince(TaskFilter filter, Instant since, int most) {
        var done = TASK.STATE.eq(TaskState.CONFIRMED.name());
        return parts(filter, done.and(TASK.CLOSED_AT.ge(since)), most);
    }

    Parts due(TaskFilter filter, LocalDate from, LocalDate to, int most) {
        return parts(filter, TASK.DUE_ON.between(from, to), most);
    }

    Parts along(TaskFilter filter, YearMonth from, int most) {
        return parts(filter, TaskConditions.along(from), most);
    }

    /** The parts of single units by date. */
    private Parts parts(TaskFilter filter, Condition also, int most) {
        var rows = listing.parts(asked(filter), also, most + 1);
        var kept = rows.subList(0, Math.min(most, rows.size()));
        var shown = lines.of(kept, deeds.today());
        return new Parts(
                IntStream.range(0, kept.size())
                        .mapToObj(place ->
                                new Part(shown.get(place), kept.get(place).task()))
                        .toList(),
                rows.size() > most ? most : null);
    }

    /**
     * Parts of single units as boards, calendars and time lines show them.
     *
     * @param cutAt how many are shown when there are more
     */
    record Parts(List<Part> items, @Nullable Integer cutAt) {}

    /** One unit's part with the task behind it. */
    record Part(TaskLine line, Task task) {

        String unit() {
            return line.lights().isEmpty() ? "" : line.lights().getFirst().unitName();
        }
    }

    /** The units and the persons that owe something in this view, by id, for the filter. */
    Choices choices(TaskFilter filter) {
        var today = deeds.today();
        var duties = listing.duties(sight(filter));
        var units = duties.stream().map(Task.Duty::unit).collect(Collectors.toSet());
        var people = Set.copyOf(doers.answering(duties, today).values());
        var sources = new LinkedHashMap<String, String>();
        listing.sources(sight(filter)).forEach(source -> sources.put(source.id().toString(), source.label()));
        return new Choices(
                sorted(names.units(units, today), UnitId::value),
                sorted(names.people(people), PersonId::value),
                sources);
    }

    /** What a list can be narrowed to. */
    record Choices(Map<String, String> units, Map<String, String> people, Map<String, String> sources) {}

    private static <I> Map<String, String> sorted(Map<I, String> names, Function<I, UUID> id) {
        var sorted = new LinkedHashMap<String, String>();
        names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(VietnameseText.alphabetical()))
                .forEach(entry -> sorted.put(id.apply(entry.getKey()).toString(), entry.getValue()));
        return sorted;
    }

    /** Whether the viewer gives orders somewhere and so confirms reports. */
    boolean judges() {
        return sights.judges();
    }

    private TaskListing.Asked asked(TaskFilter filter) {
        var today = deeds.today();
        return new TaskListing.Asked(sight(filter), filter, sights.postsOf(filter.person(), today), today);
    }

    private TaskListing.Sight sight(TaskFilter filter) {
        return sights.of(filter.view(), deeds.today());
    }
}
