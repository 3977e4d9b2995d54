package org.giaoban.meetings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.giaoban.kernel.UnitId;
import org.giaoban.organization.Organization;
import org.giaoban.organization.Unit;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Zone;
import org.giaoban.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enters the meetings of {@code meetings.yaml} in the order of their days. What units did about earlier orders is entered
 * up to each opening first, so that every meeting starts with the work as it stood on its day.
 */
@Component
@Transactional
class MeetingStory implements StoryPart {

    private static final String FILE = "meetings.yaml";

    private final MeetingRepository meetings;
    private final MeetingPlanning planning;
    private final PastMeeting past;
    private final StoryReader reader;
    private final StoryProgram program;
    private final Organization organization;
    private final Tasks tasks;
    private final SeriesDesk series;

    MeetingStory(
            MeetingRepository meetings,
            MeetingPlanning planning,
            PastMeeting past,
            StoryReader reader,
            StoryProgram program,
            Organization organization,
            Tasks tasks,
            SeriesDesk series) {
        this.meetings = meetings;
        this.planning = planning;
        this.past = past;
        this.reader = reader;
        this.program = program;
        this.organization = organization;
        this.tasks = tasks;
        this.series = series;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public void load(Story story) {
        if (!story.has(FILE)) {
            return;
        }
        var file = new YamlNode(story.yaml(FILE, Map.class));
        var pending = new ArrayList<StoryReader.PastDeed>();
        for (var node : file.nodes("meetings")) {
            load(node, pending);
        }
        enter(pending, null);
        file.nodes("series").forEach(this::recur);
    }

    /** A series that recurs; a next meeting that is due by the story's day is there as a draft. */
    private void recur(YamlNode node) {
        var unit = organization.idOf(node.get("unit"));
        var kind = node.get("kind");
        if (SeriesForm.value(series.form(unit, kind).version()).equals("0")) {
            series.put(unit, kind, reader.recurrence(node));
        }
    }

    private void load(YamlNode node, List<StoryReader.PastDeed> pending) {
        var unit = organization.idOf(node.get("unit"));
        var plan = reader.plan(node);
        if (known(unit, plan)) {
            return;
        }
        enter(pending, plan);
        var id = planning.plan(unit, plan, invited(node, unit, plan));
        program.enter(id, node, plan);
        if (node.find("ended") != null) {
            var meeting = meetings.find(id).orElseThrow(() -> new NotFound(id));
            pending.addAll(past.hold(meeting, reader.record(node)));
        } else if (node.find("opened") != null) {
            past.open(meetings.find(id).orElseThrow(() -> new NotFound(id)));
        } else if (!node.yes("draft")) {
            planning.announce(id);
        }
    }

    private boolean known(UnitId unit, Meeting.Plan plan) {
        var period = plan.period();
        return meetings.startingAt(unit, plan.startsAt()).isPresent()
                || period != null && meetings.forPeriod(unit, period).isPresent();
    }

    /** The units the file names; without a word everything below. */
    private List<UnitId> invited(YamlNode node, UnitId unit, Meeting.Plan plan) {
        return node.has("invited")
                ? node.texts("invited").stream().map(organization::idOf).toList()
                : organization.subtree(unit, plan.startsAt().atZone(Zone.ID).toLocalDate()).stream()
                        .map(Unit::id)
                        .toList();
    }

    private void enter(List<StoryReader.PastDeed> pending, Meeting.@Nullable Plan until) {
        var due = pending.stream()
                .filter(deed -> until == null || deed.deed().at().isBefore(until.startsAt()))
                .sorted(Comparator.comparing(deed -> deed.deed().at()))
                .toList();
        due.forEach(deed -> tasks.enter(deed.order(), deed.unit(), List.of(deed.deed())));
        pending.removeAll(due);
    }
}
