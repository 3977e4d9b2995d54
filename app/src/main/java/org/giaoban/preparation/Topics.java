package org.giaoban.preparation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.meetings.AgendaItem;
import org.giaoban.meetings.Agendas;
import org.giaoban.meetings.MeetingId;
import org.giaoban.meetings.MeetingLine;
import org.giaoban.meetings.Meetings;
import org.giaoban.preparation.Material.Shelf;
import org.giaoban.preparation.Topic.Decision;
import org.giaoban.preparation.Topic.Place;
import org.giaoban.preparation.Topic.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes on agendas: proposed by units, decided by the office, kept for later, carried over. */
@Service
@Transactional
class Topics {

    private final TopicRepository topics;
    private final Meetings meetings;
    private final Agendas agendas;
    private final Materials materials;
    private final TopicNews news;
    private final Chronicle chronicle;

    Topics(
            TopicRepository topics,
            Meetings meetings,
            Agendas agendas,
            Materials materials,
            TopicNews news,
            Chronicle chronicle) {
        this.topics = topics;
        this.meetings = meetings;
        this.agendas = agendas;
        this.materials = materials;
        this.news = news;
        this.chronicle = chronicle;
    }

    /** The office takes it: it stands on the agenda from now on. */
    void accept(MeetingId id, UUID topic) {
        var meeting = meetings.toRun(id);
        var known = topics.get(meeting.unit(), topic);
        known.demandOpen();
        var item = agendas.add(id, known.content().item(topic));
        place(known, meeting, item, chronicle.decision(null));
        chronicle.trace(
                "accept", id, meeting.unit(), Map.of("title", known.content().title()));
    }

    /** It stands on the agenda with its papers, and those who proposed it hear so. */
    private void place(Topic known, MeetingLine meeting, UUID item, Decision decision) {
        var place = new Place(known.place().kind(), meeting.id().value(), item, false);
        var placed = known.as(State.PLACED, place, decision);
        topics.save(placed);
        materials.copyToItem(known, meeting.id(), item);
        news.tell(placed, meeting);
    }

    /** Throws unless the viewer may run the meeting. */
    @Transactional(readOnly = true)
    void demandRuns(MeetingId id) {
        meetings.toRun(id);
    }

    /** The office sends it back, or keeps it for a later meeting; either with a reason. */
    void decide(MeetingId id, UUID topic, State state, String reason) {
        var meeting = meetings.toRun(id);
        var known = topics.get(meeting.unit(), topic);
        known.demandOpen();
        var decided = known.as(state, new Place(meeting.kind(), id.value(), null, false), chronicle.decision(reason));
        topics.save(decided);
        news.tell(decided, meeting);
        chronicle.trace(
                state == State.RETURNED ? "return" : "defer",
                id,
                meeting.unit(),
                Map.of("title", known.content().title(), "reason", reason));
    }

    /** Carries an item over, once: onto the next meeting's agenda, or into the backlog until there is one. */
    boolean carry(MeetingId id, UUID item, boolean move, String reason) {
        var meeting = meetings.toRun(id);
        var carried = agendas.hold(id, item);
        var content = content(carried);
        var next = agendas.following(id).orElse(null);
        if (next == null ? waits(meeting, content) : agendas.holds(next.id(), carried.id())) {
            return next != null;
        }
        if (next == null) {
            var place = new Place(meeting.kind(), null, null, true);
            var kept = chronicle
                    .topic(meeting, null, content, place, State.DEFERRED)
                    .as(State.DEFERRED, place, chronicle.decision(reason));
            topics.insert(kept);
            materials.copyFromItem(id, item, Shelf.ofTopic(kept.id()));
        } else {
            var added = agendas.add(next.id(), content.item(carried.id()));
            materials.copyFromItem(id, item, Shelf.ofMeeting(next.id().value(), added));
        }
        if (move) {
            agendas.takeOff(id, item);
        }
        chronicle.trace("carry", id, meeting.unit(), Map.of("title", carried.title(), "moved", move));
        return next != null;
    }

    private boolean waits(MeetingLine meeting, Topic.Content content) {
        return topics.backlog(meeting).stream()
                .anyMatch(topic -> topic.place().next() && topic.content().equals(content));
    }

    private static Topic.Content content(AgendaItem item) {
        var presenter = item.presenter() == null ? "?" : item.presenter();
        var outcome = item.more().outcome() == null ? item.title() : item.more().outcome();
        return new Topic.Content(
                item.title(),
                Math.max(1, item.minutes()),
                presenter,
                item.more().kind(),
                outcome,
                item.reach());
    }

    /** A new draft takes what was carried over and waits for it. */
    void placeWaiting(MeetingLine draft) {
        topics.backlog(draft).stream().filter(topic -> topic.place().next()).forEach(topic -> {
            var item = agendas.add(draft.id(), topic.content().item(topic.id()));
            place(topic, draft, item, topic.decision());
        });
    }

    /** What was proposed for a meeting that is called off waits for another one. */
    void meetingGone(MeetingLine meeting, String reason) {
        topics.of(meeting).stream()
                .filter(topic -> topic.state() == State.PROPOSED)
                .forEach(topic -> {
                    var kept = topic.as(
                            State.DEFERRED,
                            new Place(meeting.kind(), meeting.id().value(), null, false),
                            chronicle.decision(reason));
                    topics.save(kept);
                    news.tell(kept, meeting);
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
}
