package org.giaoban.meetings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Component;

/** The way into a meeting for every use case: found, allowed, locked as needed, and traced. */
@Component
class MeetingDoor {

    private final MeetingRepository meetings;
    private final MeetingRights rights;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    MeetingDoor(
            MeetingRepository meetings,
            MeetingRights rights,
            Access access,
            Audit audit,
            CurrentViewer viewer,
            Clock clock) {
        this.meetings = meetings;
        this.rights = rights;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    static ObjectRef object(MeetingId id) {
        return new ObjectRef("meeting", id.value());
    }

    Meeting toRead(MeetingId id) {
        var meeting = meetings.find(id).orElseThrow(() -> new NotFound(id));
        rights.toRead(meeting);
        return meeting;
    }

    /** For the papers that leave in the unit's name. */
    Meeting toIssue(MeetingId id) {
        var meeting = toRead(id);
        access.require(Capability.DOCUMENT_ISSUE, meeting.unit());
        return meeting;
    }

    boolean mayRead(Meeting meeting) {
        return rights.mayRead(meeting);
    }

    boolean mayRun(UnitId unit) {
        return access.allows(Capability.MEETING_RUN, unit);
    }

    boolean runs(Meeting meeting) {
        return rights.runs(meeting);
    }

    void demandRun(UnitId unit) {
        access.require(Capability.MEETING_RUN, unit);
    }

    /** For what is written while the meeting runs: many at once, none during the closing. */
    Meeting running(MeetingId id) {
        var meeting = meetings.share(id).orElseThrow(() -> new NotFound(id));
        rights.toRun(meeting);
        meeting.demandRunning();
        return meeting;
    }

    /** For changes of the meeting itself and of its plan: one at a time. */
    Meeting locked(MeetingId id) {
        var meeting = meetings.lock(id).orElseThrow(() -> new NotFound(id));
        rights.toRun(meeting);
        return meeting;
    }

    Meeting change(Meeting before, UnaryOperator<Meeting> change, String act) {
        var after = change.apply(before);
        if (!meetings.update(after)) {
            throw new Refused("meetings.refused.stale", before.plan().title());
        }
        trace(after, act, Map.of());
        return after;
    }

    void trace(Meeting meeting, String act, Map<String, ?> details) {
        audit.record("meetings-" + act, object(meeting.id()), meeting.unit(), details);
    }

    Viewer viewer() {
        return viewer.find().orElse(Viewer.SYSTEM);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
