package org.giaoban.minutes;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.NotFound;
import org.springframework.stereotype.Component;

/** The way to the minutes for every use case: the meeting is asked for the right, the minutes are locked as needed, changes traced. */
@Component
class MinutesDoor {

    private final Meetings meetings;
    private final MinutesRepository minutes;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    MinutesDoor(Meetings meetings, MinutesRepository minutes, Audit audit, CurrentViewer viewer, Clock clock) {
        this.meetings = meetings;
        this.minutes = minutes;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    static ObjectRef object(MeetingId id) {
        return new ObjectRef("meeting", id.value());
    }

    MeetingLine toRead(MeetingId id) {
        return meetings.toRead(id);
    }

    /** For those who run the meeting, one at a time. */
    Minutes locked(MeetingId id) {
        meetings.toRun(id);
        return minutes.lock(id).orElseThrow(() -> new NotFound(id));
    }

    /** For whoever may read the meeting, one at a time. */
    Minutes lockedByReader(MeetingId id) {
        meetings.toRead(id);
        return minutes.lock(id).orElseThrow(() -> new NotFound(id));
    }

    Optional<Minutes> find(MeetingId id) {
        return minutes.find(id);
    }

    /** Those who run the meeting and its chair read restricted items too. */
    boolean readsAll(MeetingLine meeting, Minutes of) {
        return meetings.runs(meeting) || chairs(of);
    }

    boolean chairs(Minutes of) {
        return of.chair().person() != null
                && Objects.equals(viewer().person(), of.chair().person());
    }

    boolean keeps(Minutes of) {
        return viewer().account().equals(of.secretary().account());
    }

    /** Whether the viewer was invited. */
    boolean attends(MeetingId id) {
        var person = viewer().person();
        return person != null && meetings.attendees(id).stream().anyMatch(one -> person.equals(one.person()));
    }

    void trace(Minutes of, String act, Map<String, ?> details) {
        audit.record("minutes-" + act, object(of.meeting()), of.unit(), details);
    }

    Viewer viewer() {
        return viewer.get();
    }

    Instant now() {
        return clock.instant();
    }
}
