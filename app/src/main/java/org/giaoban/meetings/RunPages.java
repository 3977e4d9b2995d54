package org.giaoban.meetings;

import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.meetings.MeetingRunController.NotesPage;
import org.giaoban.meetings.MeetingRunController.Page;
import org.giaoban.platform.Formats;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Builds the run page in either frame. */
@Service
@Transactional(readOnly = true)
class RunPages {

    private final ConclusionRepository conclusions;
    private final MeetingFolder folder;
    private final ConclusionReading reading;
    private final MeetingDoor door;

    RunPages(ConclusionRepository conclusions, MeetingFolder folder, ConclusionReading reading, MeetingDoor door) {
        this.conclusions = conclusions;
        this.folder = folder;
        this.reading = reading;
        this.door = door;
    }

    Page page(MeetingPages.View view, String tab, boolean pocket) {
        var all = conclusions.of(view.meeting().id());
        return new Page(
                view,
                all.stream().collect(Collectors.groupingBy(Conclusion::item)),
                folder.variants(view.items()),
                reading.of(all, view.meeting().day()),
                tab,
                pocket);
    }

    NotesPage saved(UUID item, int sent, MeetingRun.Saved saved) {
        var version = saved instanceof MeetingRun.Saved.Now now ? now.version() : sent;
        return new NotesPage(item, version, saved, Formats.time(door.now()));
    }
}
