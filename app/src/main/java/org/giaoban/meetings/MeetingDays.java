package org.giaoban.meetings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.giaoban.wording.DayIdea;
import org.springframework.stereotype.Component;

/** The day of a unit's next meeting, for what is due by then. */
@Component
class MeetingDays implements DayIdea {

    private static final int LOOK_AHEAD = 5;

    private final MeetingRepository meetings;
    private final Clock clock;

    MeetingDays(MeetingRepository meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public List<Idea> days(UnitId unit, LocalDate today) {
        return meetings.upcoming(unit, clock.instant(), LOOK_AHEAD).stream()
                .map(Meeting::line)
                .filter(line -> line.day().isAfter(today))
                .limit(1)
                .map(line -> new Idea(line.day(), Texts.text("meetings.day.next")))
                .toList();
    }
}
