package org.giaoban.meetings;

import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.Extras;
import org.giaoban.tasks.Order;
import org.giaoban.tasks.Order.Assignee;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.Tasks;
import org.giaoban.wording.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a meeting in one transaction: presence settled, conclusions fixed, orders given, the news told. */
@Service
@Transactional
class MeetingClosing {

    private final ConclusionRepository conclusions;
    private final AttendeeRepository attendees;
    private final Wording wording;
    private final Tasks tasks;
    private final MeetingDoor door;
    private final ApplicationEventPublisher events;

    MeetingClosing(
            ConclusionRepository conclusions,
            AttendeeRepository attendees,
            Wording wording,
            Tasks tasks,
            MeetingDoor door,
            ApplicationEventPublisher events) {
        this.conclusions = conclusions;
        this.attendees = attendees;
        this.wording = wording;
        this.tasks = tasks;
        this.door = door;
        this.events = events;
    }

    void close(MeetingId id) {
        var meeting = door.locked(id);
        meeting.demandRunning();
        var all = conclusions.of(id);
        var rules = wording.rules(meeting.day());
        var vague = all.stream().filter(one -> !one.settled(rules)).count();
        if (vague > 0) {
            throw new Refused("meetings.refused.incomplete", vague);
        }
        attendees.markRest(id, Presence.ABSENT, door.now());
        all.stream()
                .filter(one -> one.kind() == OutcomeKind.TASK)
                .forEach(one -> conclusions.becameTask(
                        one.id(), tasks.assign(order(meeting, one), extras(one)).value()));
        var closed = door.change(meeting, open -> open.closed(door.now()), "close");
        events.publishEvent(new MeetingClosed(id, closed.unit(), door.now()));
    }

    static Order order(Meeting meeting, Conclusion conclusion) {
        var duty = conclusion.duty();
        return new Order(
                conclusion.text(),
                duty.measure(),
                duty.dueOn(),
                duty.units().stream().map(unit -> assignee(unit, duty)).toList(),
                meeting.unit(),
                source(meeting),
                duty.reasons());
    }

    static Extras extras(Conclusion conclusion) {
        return conclusion.duty().beside().extras(conclusion.duty().units());
    }

    static SourceRef source(Meeting meeting) {
        return new SourceRef(
                CarriedWork.SOURCE,
                meeting.id().value(),
                Texts.text(Texts.VIETNAMESE, "meetings.source", meeting.plan().title()),
                meeting.id().href());
    }

    private static Assignee assignee(UnitId unit, Conclusion.Duty duty) {
        return new Assignee(unit, duty.person(), duty.post());
    }
}
