package org.giaoban.meetings;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.platform.Refused;
import org.giaoban.tasks.TaskId;
import org.giaoban.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Enters a meeting that was held in the past: opened, noted, concluded and closed at its own times. */
@Component
class PastMeeting {

    private final MeetingRepository meetings;
    private final AgendaRepository agendas;
    private final AttendeeRepository attendees;
    private final ConclusionRepository conclusions;
    private final CarriedWork carried;
    private final Tasks tasks;

    PastMeeting(
            MeetingRepository meetings,
            AgendaRepository agendas,
            AttendeeRepository attendees,
            ConclusionRepository conclusions,
            CarriedWork carried,
            Tasks tasks) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.attendees = attendees;
        this.conclusions = conclusions;
        this.carried = carried;
        this.tasks = tasks;
    }

    /** Holds the meeting and returns what units did about its orders afterwards. */
    List<StoryReader.PastDeed> hold(Meeting meeting, StoryReader.Record record) {
        var opened = open(meeting);
        presence(opened, record);
        var items = agendas.of(opened.id());
        record.notes()
                .forEach((number, text) -> agendas.write(items.get(number - 1).id(), new AgendaItem.Notes(text, 0)));
        var deeds = new ArrayList<StoryReader.PastDeed>();
        for (var past : record.conclusions()) {
            var conclusion = past.conclusion().under(items.get(past.item() - 1).id());
            conclusions.save(opened.id(), conclusion);
            if (conclusion.kind() == OutcomeKind.TASK) {
                var order = give(opened, conclusion, record);
                past.deeds()
                        .forEach((unit, done) ->
                                done.forEach(deed -> deeds.add(new StoryReader.PastDeed(order, unit, deed))));
            }
        }
        var open = meetings.find(opened.id()).orElseThrow();
        save(open.closed(record.ended()));
        return deeds;
    }

    /** Opens a meeting at the time it was planned for. */
    Meeting open(Meeting meeting) {
        var opened = meeting.opened(meeting.plan().startsAt());
        save(opened);
        carried.freeze(opened, opened.day());
        return opened;
    }

    private TaskId give(Meeting meeting, Conclusion conclusion, StoryReader.Record record) {
        var order = tasks.enter(
                MeetingClosing.order(meeting, conclusion),
                MeetingClosing.extras(conclusion),
                record.ended(),
                record.secretary());
        conclusions.becameTask(conclusion.id(), order.value());
        return order;
    }

    private void presence(Meeting meeting, StoryReader.Record record) {
        var at = meeting.plan().startsAt();
        for (var attendee : attendees.of(meeting.id())) {
            var person = attendee.person();
            if (person != null && record.excused().containsKey(person)) {
                attendees.mark(
                        meeting.id(),
                        attendee.id(),
                        Presence.EXCUSED,
                        record.excused().get(person),
                        at);
            } else if (person != null && record.online().contains(person)) {
                attendees.mark(meeting.id(), attendee.id(), Presence.ONLINE, null, at);
            } else if (person != null && record.absent().contains(person)) {
                attendees.mark(meeting.id(), attendee.id(), Presence.ABSENT, null, at);
            }
        }
        attendees.markRest(meeting.id(), Presence.PRESENT, at);
    }

    private void save(Meeting meeting) {
        if (!meetings.update(meeting)) {
            throw new Refused("meetings.refused.stale", meeting.plan().title());
        }
    }
}
