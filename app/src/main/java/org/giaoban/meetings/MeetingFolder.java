package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what belongs to one meeting. */
@Component
class MeetingFolder {

    private final AgendaRepository agendas;
    private final AttendeeRepository attendees;
    private final MeetingReporting reporting;
    private final CarriedWork carried;
    private final MeetingDoor door;

    MeetingFolder(
            AgendaRepository agendas,
            AttendeeRepository attendees,
            MeetingReporting reporting,
            CarriedWork carried,
            MeetingDoor door) {
        this.agendas = agendas;
        this.attendees = attendees;
        this.reporting = reporting;
        this.carried = carried;
        this.door = door;
    }

    MeetingPages.View open(Meeting meeting, LocalDate today) {
        return new MeetingPages.View(
                meeting,
                reporting.of(meeting),
                agendas.of(meeting.id()),
                attendees.of(meeting.id()),
                carried.of(meeting, today),
                door.runs(meeting));
    }

    Map<UUID, List<AgendaRepository.Variant>> variants(List<AgendaItem> items) {
        return agendas.variants(items.stream().map(AgendaItem::id).toList()).stream()
                .collect(Collectors.groupingBy(AgendaRepository.Variant::item));
    }
}
