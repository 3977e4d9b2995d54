package org.giaoban.meetings;

import java.text.Collator;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.meetings.Attendee.Presence;
import org.giaoban.meetings.MeetingReport.Attendance;
import org.giaoban.meetings.MeetingReport.Item;
import org.giaoban.meetings.MeetingReport.Outcome;
import org.giaoban.platform.Texts;
import org.giaoban.tasks.TaskId;
import org.springframework.stereotype.Component;

/** Puts one meeting together: its facts, who took part, what was concluded. */
@Component
class MeetingReporting {

    private final AgendaRepository agendas;
    private final AttendeeRepository attendees;
    private final ConclusionRepository conclusions;
    private final KindRepository kinds;
    private final CarriedWork carried;
    private final MeetingNames names;

    MeetingReporting(
            AgendaRepository agendas,
            AttendeeRepository attendees,
            ConclusionRepository conclusions,
            KindRepository kinds,
            CarriedWork carried,
            MeetingNames names) {
        this.agendas = agendas;
        this.attendees = attendees;
        this.conclusions = conclusions;
        this.kinds = kinds;
        this.carried = carried;
        this.names = names;
    }

    MeetingReport of(Meeting meeting) {
        var plan = meeting.plan();
        var items = agendas.of(meeting.id());
        return new MeetingReport(
                meeting.id(),
                plan.title(),
                new MeetingReport.Kind(plan.kind(), kindName(plan.kind(), meeting.day())),
                meeting.unit(),
                names.unit(meeting.unit(), meeting.day()),
                plan.period(),
                new MeetingReport.Time(plan.startsAt(), plan.minutes(), meeting.endedAt()),
                plan.place(),
                meeting.state(),
                names.chair(plan.chair(), meeting.day()),
                attendance(meeting),
                agenda(meeting, items),
                outcomes(meeting, items));
    }

    private String kindName(String code, LocalDate day) {
        return kinds.find(code, day).map(kind -> kind.name(Texts.language())).orElse(code);
    }

    private Attendance attendance(Meeting meeting) {
        var all = attendees.of(meeting.id());
        Map<Presence, Long> counts = all.stream()
                .map(Attendee::presence)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(presence -> presence, Collectors.counting()));
        return new Attendance(
                all.size(),
                count(counts, Presence.PRESENT),
                count(counts, Presence.ONLINE),
                count(counts, Presence.EXCUSED),
                count(counts, Presence.ABSENT),
                units(meeting, all));
    }

    /** In the order of their names. */
    private List<String> units(Meeting meeting, List<Attendee> all) {
        var taking = all.stream()
                .filter(Attendee::tookPart)
                .map(Attendee::unit)
                .filter(unit -> unit != null && !unit.equals(meeting.unit()))
                .distinct()
                .toList();
        return names.units(taking, meeting.day()).values().stream()
                .sorted(Collator.getInstance(Texts.VIETNAMESE))
                .toList();
    }

    private static int count(Map<Presence, Long> counts, Presence presence) {
        return counts.getOrDefault(presence, 0L).intValue();
    }

    private List<Item> agenda(Meeting meeting, List<AgendaItem> items) {
        var count = items.stream().anyMatch(AgendaItem::carried)
                ? carried.of(meeting, names.today()).size()
                : 0;
        return items.stream()
                .map(item -> new Item(
                        item.position(),
                        item.title(),
                        item.minutes(),
                        item.presenter(),
                        item.carried(),
                        item.carried() ? count : 0,
                        item.notes().text()))
                .toList();
    }

    private List<Outcome> outcomes(Meeting meeting, List<AgendaItem> items) {
        var all = conclusions.of(meeting.id());
        var restricted = items.stream()
                .filter(item -> item.reach() == Reach.RESTRICTED)
                .map(AgendaItem::id)
                .collect(Collectors.toSet());
        var titles = items.stream().collect(Collectors.toMap(AgendaItem::id, AgendaItem::title));
        var units = names.units(
                all.stream().flatMap(one -> one.duty().units().stream()).toList(), meeting.day());
        var people = names.people(all.stream().map(one -> one.duty().person()).toList());
        return all.stream()
                .map(one -> restricted.contains(one.item()) ? one.inside() : one)
                .map(one -> outcome(one, titles, units, people))
                .toList();
    }

    private Outcome outcome(
            Conclusion one, Map<UUID, String> titles, Map<UnitId, String> units, Map<PersonId, String> people) {
        var duty = one.duty();
        return new Outcome(
                one.kind(),
                one.text(),
                one.open(),
                titles.getOrDefault(one.item(), ""),
                one.task() == null ? null : new TaskId(one.task()),
                duty.units().stream()
                        .map(unit -> units.getOrDefault(unit, "?"))
                        .sorted()
                        .toList(),
                names.answerable(duty.post(), duty.person(), people),
                duty.dueOn(),
                duty.measure());
    }
}
