package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Gathers what belongs to one meeting. */
@Component
class MeetingFolder {

    private final AgendaRepository agendas;
    private final AttendeeRepository attendees;
    private final MeetingReporting reporting;
    private final CarriedWork carried;
    private final MeetingDoor door;
    private final MeetingSetting setting;

    MeetingFolder(
            AgendaRepository agendas,
            AttendeeRepository attendees,
            MeetingReporting reporting,
            CarriedWork carried,
            MeetingDoor door,
            MeetingSetting setting) {
        this.agendas = agendas;
        this.attendees = attendees;
        this.reporting = reporting;
        this.carried = carried;
        this.door = door;
        this.setting = setting;
    }

    MeetingPages.View open(Meeting meeting, LocalDate today) {
        return new MeetingPages.View(
                meeting,
                reporting.of(meeting),
                agendas.of(meeting.id()),
                attendees.of(meeting.id()),
                carried.of(meeting, today),
                setting.parts(meeting.id()),
                setting.head(meeting.line(), door.runs(meeting)));
    }

    List<AgendaItem> items(MeetingId id) {
        return agendas.of(id);
    }

    List<Attendee> attendees(MeetingId id) {
        return attendees.of(id);
    }

    boolean invited(MeetingId id, PersonId person) {
        return attendees.invited(id, person);
    }

    List<DayPart> parts(MeetingId id) {
        return setting.parts(id);
    }

    KindRules rules(MeetingLine meeting) {
        return setting.rules(meeting);
    }

    MeetingHead head(MeetingLine meeting, boolean runs) {
        return setting.head(meeting, runs);
    }
}
