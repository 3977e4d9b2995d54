package org.giaoban.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.NotFound;
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

    Meetings(MeetingRepository meetings, MeetingReporting reporting, CarriedWork carried) {
        this.meetings = meetings;
        this.reporting = reporting;
        this.carried = carried;
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
