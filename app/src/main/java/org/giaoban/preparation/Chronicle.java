package org.giaoban.preparation;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who did something about a meeting, when, and that it was done. */
@Component
class Chronicle {

    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    Chronicle(Audit audit, CurrentViewer viewer, Clock clock) {
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Viewer viewer() {
        return viewer.find().orElse(Viewer.SYSTEM);
    }

    String name() {
        return viewer().name();
    }

    /** What the viewer decides now. */
    Topic.Decision decision(@Nullable String reason) {
        return new Topic.Decision(reason, name(), now());
    }

    /** A topic the viewer begins now. */
    Topic topic(
            MeetingLine meeting, @Nullable UnitId from, Topic.Content content, Topic.Place place, Topic.State state) {
        var viewer = viewer();
        var origin = new Topic.Origin(
                from == null ? null : from.value(), viewer.account().value(), viewer.name(), now());
        return new Topic(Uuid7.next(), meeting.unit(), place, content, state, Topic.Decision.NONE, origin, 0);
    }

    void trace(Invitation invitation, Invitation.Kind kind, int persons) {
        trace(
                kind.name().toLowerCase(Locale.ROOT),
                invitation.meeting(),
                invitation.unit(),
                Map.of("persons", persons, "sequence", invitation.sequence()));
    }

    void trace(String act, MeetingId meeting, UnitId unit, Map<String, ?> details) {
        audit.record("preparation-" + act, new ObjectRef("meeting", meeting.value()), unit, details);
    }
}
