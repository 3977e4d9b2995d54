package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Zone;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares meetings: when, where, who, about what. */
@Service
@Transactional
class MeetingPlanning {

    private final MeetingRepository meetings;
    private final AgendaRepository agendas;
    private final AttendeeRepository attendees;
    private final PartRepository parts;
    private final KindRepository kinds;
    private final Invitations invitations;
    private final MeetingWatches watches;
    private final MeetingDoor door;

    MeetingPlanning(
            MeetingRepository meetings,
            AgendaRepository agendas,
            AttendeeRepository attendees,
            PartRepository parts,
            KindRepository kinds,
            Invitations invitations,
            MeetingWatches watches,
            MeetingDoor door) {
        this.meetings = meetings;
        this.agendas = agendas;
        this.attendees = attendees;
        this.parts = parts;
        this.kinds = kinds;
        this.invitations = invitations;
        this.watches = watches;
        this.door = door;
    }

    /** Plans a meeting with the agenda of its kind's template. */
    MeetingId plan(UnitId unit, Meeting.Plan plan, List<UnitId> invited) {
        door.demandRun(unit);
        var kind = kinds.find(plan.kind(), LocalDate.ofInstant(plan.startsAt(), Zone.ID))
                .orElseThrow(() -> new NotFound(plan.kind()));
        var meeting = new Meeting(
                MeetingId.next(),
                meetings.series(unit, plan.kind()),
                unit,
                plan,
                MeetingState.DRAFT,
                null,
                null,
                null,
                0);
        insert(meeting);
        agendas.replace(meeting.id(), template(kind, plan));
        attendees.invite(meeting.id(), invitations.toPlanned(meeting, invited));
        door.trace(meeting, "plan", Map.of("title", plan.title()));
        watches.drafted(meeting);
        return meeting.id();
    }

    private void insert(Meeting meeting) {
        try {
            meetings.insert(meeting);
        } catch (DuplicateKeyException twice) {
            throw new Refused("meetings.refused.period-taken", meeting.plan().title());
        }
    }

    private static List<AgendaItem> template(MeetingKind kind, Meeting.Plan plan) {
        var items = new ArrayList<AgendaItem>();
        for (var template : kind.agenda()) {
            items.add(new AgendaItem(
                    Uuid7.next(),
                    items.size() + 1,
                    MeetingKind.fill(template.title(), plan.period()),
                    template.minutes(),
                    template.presenter(),
                    template.carried(),
                    AgendaItem.Notes.EMPTY,
                    template.more()));
        }
        return items;
    }

    void change(MeetingId id, Meeting.Plan plan) {
        try {
            var before = door.locked(id);
            watches.changed(before, door.change(before, meeting -> meeting.planned(plan), "change"));
        } catch (DuplicateKeyException twice) {
            throw new Refused("meetings.refused.period-taken", plan.title());
        }
    }

    /** From now on the invited see it. */
    void announce(MeetingId id) {
        door.change(door.locked(id), Meeting::announced, "announce");
    }

    /** Calls a meeting off; those who knew of it are told why. */
    void cancel(MeetingId id, String reason) {
        var before = door.locked(id);
        var cancelled = door.change(before, Meeting::cancelled, "cancel");
        meetings.becauseOf(cancelled.id(), reason);
        watches.cancelled(before, reason);
    }

    /** Saves the agenda in the order given. The generated item cannot be taken out, nor one that has conclusions. */
    void agenda(MeetingId id, List<AgendaItem> items) {
        var meeting = door.locked(id);
        meeting.demandOpen();
        var kept = items.stream().map(AgendaItem::id).toList();
        for (var known : agendas.of(id)) {
            if (known.carried() && !kept.contains(known.id())) {
                throw new Refused("meetings.refused.carried-stays");
            }
            if (!known.notes().text().isEmpty() && !kept.contains(known.id())) {
                throw new Refused("meetings.refused.item-used", known.title());
            }
        }
        replace(meeting, items);
        door.trace(meeting, "agenda", Map.of("items", items.size()));
    }

    private void replace(Meeting meeting, List<AgendaItem> items) {
        try {
            agendas.replace(meeting.id(), items);
        } catch (DataIntegrityViolationException concluded) {
            // a conclusion refers to an item that was to be taken out
            throw new Refused("meetings.refused.item-used", meeting.plan().title());
        }
    }

    /** Divides the day: the parts by their hours. */
    void parts(MeetingId id, List<DayPart> divided) {
        var meeting = door.locked(id);
        meeting.demandOpen();
        parts.replace(id, divided);
        door.trace(meeting, "parts", Map.of("parts", divided.size()));
    }

    void invite(MeetingId id, List<UnitId> units) {
        var meeting = door.locked(id);
        meeting.demandOpen();
        attendees.invite(id, invitations.of(meeting.unit(), units, meeting.day()));
        door.trace(meeting, "invite", Map.of("units", units.size()));
    }

    /** Invites somebody who holds no mandate here. */
    void inviteGuest(MeetingId id, String name, String title) {
        var meeting = door.locked(id);
        meeting.demandOpen();
        attendees.invite(id, List.of(Attendee.of(null, null, name, title)));
        door.trace(meeting, "invite", Map.of("guest", name));
    }

    void uninvite(MeetingId id, UUID attendee) {
        var meeting = door.locked(id);
        meeting.demandOpen();
        attendees.uninvite(id, attendee);
        door.trace(meeting, "uninvite", Map.of());
    }
}
