package org.giaoban.preparation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.Agendas;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.MeetingState;
import org.giaoban.meetings.Meetings;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.preparation.Topic.Decision;
import org.giaoban.preparation.Topic.Place;
import org.giaoban.preparation.Topic.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes on agendas: proposed by units, decided by the office, kept for later, carried over. */
@Service
@Transactional
class Topics {

    private final TopicRepository topics;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Access access;
    private final Chronicle chronicle;

    Topics(TopicRepository topics, Meetings meetings, Agendas agendas, Access access, Chronicle chronicle) {
        this.topics = topics;
        this.meetings = meetings;
        this.agendas = agendas;
        this.access = access;
        this.chronicle = chronicle;
    }

    /** A unit proposes; its paper is filed with the topic. */
    UUID propose(MeetingLine meeting, UnitId from, Topic.Content content) {
        access.require(Capability.TASK_DO, from);
        demandTime(meeting, chronicle.now());
        var topic = topic(
                meeting, from, content, new Place(meeting.kind(), meeting.id().value(), null, false), State.PROPOSED);
        topics.insert(topic);
        chronicle.trace("propose", meeting.id(), meeting.unit(), Map.of("title", content.title()));
        return topic.id();
    }

    private void demandTime(MeetingLine meeting, Instant now) {
        var until = meetings.proposalsUntil(meeting.id());
        if (meeting.state() != MeetingState.PLANNED || until == null || now.isAfter(until)) {
            throw new Refused("preparation.refused.too-late", meeting.title());
        }
    }

    private Topic topic(MeetingLine meeting, @Nullable UnitId from, Topic.Content content, Place place, State state) {
        var viewer = chronicle.viewer();
        var origin = new Topic.Origin(
                from == null ? null : from.value(), viewer.account().value(), viewer.name(), chronicle.now());
        return new Topic(Uuid7.next(), meeting.unit(), place, content, state, Decision.NONE, origin, 0);
    }

    /** The office takes it: it stands on the agenda from now on. */
    void accept(MeetingId id, UUID topic) {
        var meeting = meetings.toRun(id);
        var known = known(meeting, topic);
        known.demandOpen();
        var item = agendas.add(id, known.content().item(topic));
        save(known.as(State.PLACED, new Place(meeting.kind(), id.value(), item, false), decision(null)));
        chronicle.trace(
                "accept", id, meeting.unit(), Map.of("title", known.content().title()));
    }

    /** Throws unless the viewer may run the meeting. */
    @Transactional(readOnly = true)
    void demandRuns(MeetingId id) {
        meetings.toRun(id);
    }

    /** The office sends it back, or keeps it for a later meeting; either with a reason. */
    void decide(MeetingId id, UUID topic, State state, String reason) {
        var meeting = meetings.toRun(id);
        var known = known(meeting, topic);
        known.demandOpen();
        save(known.as(state, new Place(meeting.kind(), id.value(), null, false), decision(reason)));
        chronicle.trace(
                state == State.RETURNED ? "return" : "defer",
                id,
                meeting.unit(),
                Map.of("title", known.content().title(), "reason", reason));
    }

    private Topic known(MeetingLine meeting, UUID topic) {
        return topics.find(topic)
                .filter(one -> one.unit().equals(meeting.unit()))
                .orElseThrow(() -> new Refused("preparation.refused.topic-gone"));
    }

    private Decision decision(@Nullable String reason) {
        return new Decision(reason, chronicle.name(), chronicle.now());
    }

    private void save(Topic topic) {
        if (!topics.update(topic)) {
            throw new Refused(
                    "preparation.refused.topic-decided", topic.content().title());
        }
    }

    /** Carries an item over: onto the next meeting's agenda, or into the backlog until there is one. */
    boolean carry(MeetingId id, UUID item, boolean move, String reason) {
        var meeting = meetings.toRun(id);
        var carried = agendas.get(id, item);
        var content = content(carried);
        var next = agendas.following(id).orElse(null);
        if (next == null) {
            var place = new Place(meeting.kind(), null, null, true);
            topics.insert(
                    topic(meeting, null, content, place, State.DEFERRED).as(State.DEFERRED, place, decision(reason)));
        } else {
            agendas.add(next.id(), content.item(carried.id()));
        }
        if (move) {
            agendas.takeOff(id, item);
        }
        chronicle.trace("carry", id, meeting.unit(), Map.of("title", carried.title(), "moved", move));
        return next != null;
    }

    private static Topic.Content content(AgendaItem item) {
        var presenter = item.presenter() == null ? "?" : item.presenter();
        var outcome = item.more().outcome() == null ? item.title() : item.more().outcome();
        return new Topic.Content(
                item.title(),
                Math.max(1, item.minutes()),
                presenter,
                item.more().kind(),
                outcome);
    }

    /** A new draft takes what was carried over and waits for it. */
    void placeWaiting(MeetingLine draft) {
        topics.backlog(draft).stream().filter(topic -> topic.place().next()).forEach(topic -> {
            var item = agendas.add(draft.id(), topic.content().item(topic.id()));
            save(topic.as(
                    State.PLACED, new Place(topic.place().kind(), draft.id().value(), item, false), topic.decision()));
        });
    }

    @Transactional(readOnly = true)
    List<Topic> of(MeetingLine meeting) {
        return topics.of(meeting);
    }

    @Transactional(readOnly = true)
    List<Topic> backlog(MeetingLine meeting) {
        return topics.backlog(meeting).stream()
                .filter(topic -> !meeting.id().value().equals(topic.place().meeting()))
                .toList();
    }

    @Transactional(readOnly = true)
    Topic get(UUID id) {
        return topics.find(id).orElseThrow(() -> new NotFound(id));
    }
}
