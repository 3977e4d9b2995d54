package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.PersonId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of all units as other modules ask for them. Callers have checked access. */
@Service
@Transactional(readOnly = true)
public class Meetings {

    private static final int UPCOMING = 20;

    private final MeetingRepository meetings;
    private final MeetingReporting reporting;
    private final CarriedWork carried;
    private final MeetingFolder folder;
    private final MeetingDoor door;

    Meetings(
            MeetingRepository meetings,
            MeetingReporting reporting,
            CarriedWork carried,
            MeetingFolder folder,
            MeetingDoor door) {
        this.meetings = meetings;
        this.reporting = reporting;
        this.carried = carried;
        this.folder = folder;
        this.door = door;
    }

    /** The meeting, or 404 for those who may not read it; drafts are there only for those who prepare them. */
    public MeetingLine toRead(MeetingId id) {
        return door.toRead(id).line();
    }

    /** The meeting for those who run meetings of its unit. */
    public MeetingLine toRun(MeetingId id) {
        var meeting = door.toRead(id);
        door.demandRun(meeting.unit());
        return meeting.line();
    }

    /** Whether the viewer may read it; of several, ask {@link #toRead} where a refusal is an error. */
    public boolean mayRead(MeetingId id) {
        return meetings.find(id).filter(door::mayRead).isPresent();
    }

    /** Whether it is there and no draft any more. */
    public boolean announced(MeetingId id) {
        return meetings.find(id)
                .filter(meeting -> meeting.state() != MeetingState.DRAFT)
                .isPresent();
    }

    /** When it begins, for whoever asks. */
    public Optional<Instant> begins(MeetingId id) {
        return meetings.find(id).map(meeting -> meeting.line().startsAt());
    }

    /** Whose meetings these are now. */
    public Map<MeetingId, UnitId> units(Collection<MeetingId> ids) {
        return meetings.units(ids);
    }

    public boolean invited(MeetingId id, PersonId person) {
        return folder.invited(id, person);
    }

    /** Until when units may propose items; null when they may not. */
    public @Nullable Instant proposalsUntil(MeetingId id) {
        return meetings.find(id)
                .map(meeting -> meeting.plan().way().proposalsUntil())
                .orElse(null);
    }

    public boolean runs(MeetingLine meeting) {
        return door.mayRun(meeting.unit());
    }

    /** What stands above the pages of a meeting the viewer reads. */
    public MeetingHead head(MeetingLine meeting) {
        return folder.head(meeting, runs(meeting));
    }

    public List<AgendaItem> agenda(MeetingId id) {
        return folder.items(id);
    }

    /** The invited, in the order they were invited. */
    public List<Attendee> attendees(MeetingId id) {
        return folder.attendees(id);
    }

    public List<DayPart> parts(MeetingId id) {
        return folder.parts(id);
    }

    /** What the kind asks of this meeting on its day. */
    public KindRules rules(MeetingLine meeting) {
        return folder.rules(meeting);
    }

    public MeetingReport report(MeetingId id) {
        return reporting.of(meetings.find(id).orElseThrow(() -> new NotFound(id)));
    }

    /** The unit's meeting that belongs to a period: its briefing of the month. */
    public Optional<MeetingLine> forPeriod(UnitId unit, Period period) {
        return meetings.forPeriod(unit, period).map(Meeting::line);
    }

    /** Meetings that are planned from a moment on, or running now. */
    public List<MeetingLine> upcoming(UnitId unit, Instant from) {
        return meetings.upcoming(unit, from, UPCOMING).stream()
                .map(Meeting::line)
                .toList();
    }

    /** What the unit's briefings before a period ordered, and how it stands on a day. */
    public EarlierWork earlierWork(UnitId unit, Period before, LocalDate asOf) {
        return carried.before(unit, before, asOf);
    }
}
