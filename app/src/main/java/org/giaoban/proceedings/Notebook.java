package org.giaoban.proceedings;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.meetings.MeetingId;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Together;
import org.springframework.stereotype.Service;

/**
 * Notes of the items and summaries of speeches, written by several people at once and joined by paragraph. What twenty send at one
 * moment is written in one go: they would only wait for each other at the same text.
 */
@Service
class Notebook {

    private static final int MOST = 500;

    private final MeetingFloor floor;
    private final CurrentViewer viewer;
    private final Together<Sheet, Kept> sheets;

    Notebook(MeetingFloor floor, CurrentViewer viewer, NoteWriter writer) {
        this.floor = floor;
        this.viewer = viewer;
        sheets = new Together<>("notes", Function.identity(), writer::write);
    }

    /** Which text: an item's notes, or a speech's summary. */
    enum Kind {
        ITEM,
        SPEECH
    }

    /**
     * One change as its writer made it.
     *
     * @param key the writer's own, the same when the change is sent again
     * @param was what the writer's text was made of
     */
    record Change(UUID key, Kind kind, UUID place, String was, String is) {}

    /** How a text stands after a change; {@code met} when another wrote at the same place. */
    record Standing(UUID place, String text, boolean met) {}

    /** What one writer sends at once. */
    record Sheet(MeetingId meeting, Viewer by, List<Change> changes) {}

    /** What became of a batch. */
    record Kept(String at, List<Standing> texts) {}

    Kept write(MeetingId id, List<Change> changes) {
        if (changes.size() > MOST) {
            throw new Refused("proceedings.refused.many", MOST);
        }
        floor.demandRunning(id);
        return sheets.ask(new Sheet(id, viewer.get(), List.copyOf(changes)));
    }
}
