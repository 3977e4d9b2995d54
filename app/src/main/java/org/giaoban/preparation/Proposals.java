package org.giaoban.preparation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.files.Upload;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.preparation.Topic.Place;
import org.giaoban.preparation.Topic.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What units do with their proposals: made, changed and withdrawn until the day is over or the office has decided. */
@Service
@Transactional
class Proposals {

    private final TopicRepository topics;
    private final Meetings meetings;
    private final Materials materials;
    private final Access access;
    private final Chronicle chronicle;

    Proposals(TopicRepository topics, Meetings meetings, Materials materials, Access access, Chronicle chronicle) {
        this.topics = topics;
        this.meetings = meetings;
        this.materials = materials;
        this.access = access;
        this.chronicle = chronicle;
    }

    /** A unit proposes, with its paper. */
    UUID propose(MeetingId id, UnitId from, Topic.Content content, Upload paper) {
        var meeting = meetings.toRead(id);
        access.require(Capability.TASK_DO, from);
        demandTime(meeting, chronicle.now());
        var topic = chronicle.topic(
                meeting, from, content, new Place(meeting.kind(), meeting.id().value(), null, false), State.PROPOSED);
        topics.insert(topic);
        materials.ofTopic(meeting.unit(), topic.id(), content.title(), paper);
        chronicle.trace("propose", meeting.id(), meeting.unit(), Map.of("title", content.title()));
        return topic.id();
    }

    /** Those who proposed put something else in its place while nobody has decided; a new paper takes the old one's. */
    void change(MeetingId id, UUID topic, int seen, Topic.Content content, @Nullable Upload paper) {
        var known = own(id, topic);
        topics.save(known.with(content, seen));
        if (paper != null) {
            materials.ofTopic(known.unit(), topic, content.title(), paper);
        }
        chronicle.trace("change-topic", id, known.unit(), Map.of("title", content.title()));
    }

    void withdraw(MeetingId id, UUID topic) {
        var known = own(id, topic);
        topics.save(known.as(State.WITHDRAWN, known.place(), chronicle.decision(null)));
        chronicle.trace(
                "withdraw", id, known.unit(), Map.of("title", known.content().title()));
    }

    /** A proposal of a unit the viewer works for, as long as it can still be changed. */
    private Topic own(MeetingId id, UUID topic) {
        var meeting = meetings.toRead(id);
        var known = topics.get(meeting.unit(), topic);
        var from = known.origin().unit();
        if (from == null || !id.value().equals(known.place().meeting())) {
            throw new NotFound(topic);
        }
        access.require(Capability.TASK_DO, new UnitId(from));
        known.demandUndecided();
        demandTime(meeting, chronicle.now());
        return known;
    }

    private void demandTime(MeetingLine meeting, Instant now) {
        var until = meetings.proposalsUntil(meeting.id());
        if (meeting.state() != MeetingState.PLANNED || until == null || now.isAfter(until)) {
            throw new Refused("preparation.refused.too-late", meeting.title());
        }
    }
}
