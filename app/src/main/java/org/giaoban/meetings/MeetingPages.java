package org.giaoban.meetings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingListController.Page;
import org.giaoban.platform.Slice;
import org.giaoban.tasks.TaskLine;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of meetings show to one viewer. */
@Service
@Transactional(readOnly = true)
class MeetingPages {

    private static final int PAGE = 50;
    private static final int EXPORT = 2_000;

    /** A meeting with everything around it. */
    record View(
            Meeting meeting,
            MeetingReport report,
            List<AgendaItem> items,
            List<Attendee> attendees,
            List<TaskLine> carried,
            List<DayPart> parts,
            MeetingHead head) {

        boolean runs() {
            return head.runs();
        }

        List<Attendee> unmarked() {
            return attendees.stream().filter(one -> one.presence() == null).toList();
        }
    }

    private final MeetingRepository meetings;
    private final MeetingFolder folder;
    private final MeetingDoor door;
    private final MeetingNames names;
    private final Access access;
    private final ObjectProvider<MeetingNews> news;
    private final MeetingWatches watches;

    MeetingPages(
            MeetingRepository meetings,
            MeetingFolder folder,
            MeetingDoor door,
            MeetingNames names,
            Access access,
            ObjectProvider<MeetingNews> news,
            MeetingWatches watches) {
        this.meetings = meetings;
        this.folder = folder;
        this.door = door;
        this.names = names;
        this.access = access;
        this.news = news;
        this.watches = watches;
    }

    Page list(boolean past, String unit, @Nullable String after) {
        var cursor = MeetingFilter.Cursor.parse(after).orElse(null);
        return page(past, unit, cursor, PAGE);
    }

    Page all(boolean past, String unit) {
        return page(past, unit, null, EXPORT);
    }

    private Page page(boolean past, String unit, MeetingFilter.@Nullable Cursor after, int size) {
        var scope = access.scope(Capability.MEETING_READ);
        var chosen = PlanForm.uuid(unit).map(UnitId::new).orElse(null);
        var found = meetings.page(
                scope, new MeetingFilter(past, access.scope(Capability.MEETING_RUN), chosen, after), size + 1);
        var slice = Slice.of(found, size, MeetingFilter.Cursor::of);
        var all = meetings.units(scope);
        var unitNames = names.units(all, door.today());
        return new Page(
                new Slice<>(slice.items().stream().map(Meeting::line).toList(), slice.next()),
                unitNames,
                options(unitNames),
                past,
                unit,
                access.allowsAnywhere(Capability.MEETING_RUN));
    }

    private static Map<String, String> options(Map<UnitId, String> names) {
        return names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(
                        one -> one.getKey().toString(), Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    View view(MeetingId id) {
        return folder.open(door.toRead(id), door.today());
    }

    /** The viewer had it before their eyes. */
    @Transactional
    void looked(Meeting meeting) {
        watches.looked(meeting);
    }

    /** What is published about a closed meeting; nothing as long as it is not closed. */
    List<MeetingNews.News> news(Meeting meeting) {
        return meeting.state() != MeetingState.CLOSED
                ? List.of()
                : news.stream()
                        .flatMap(source -> source.about(meeting.id(), meeting.unit()).stream())
                        .toList();
    }

    /** As {@link #view}, for those who run the meeting. */
    View runView(MeetingId id) {
        var meeting = door.toRead(id);
        door.demandRun(meeting.unit());
        return folder.open(meeting, door.today());
    }
}
