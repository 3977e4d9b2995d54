package org.giaoban.meetings;

import java.time.Instant;
import java.util.List;
import org.giaoban.kernel.UnitId;
import org.springframework.stereotype.Component;

/** Running meetings for the tests of the modules above. */
@Component
public class SampleMeetings {

    private final MeetingPlanning planning;
    private final MeetingRun run;

    SampleMeetings(MeetingPlanning planning, MeetingRun run) {
        this.planning = planning;
        this.run = run;
    }

    /** A meeting of a unit that has begun, with so many guests and the agenda of its kind. */
    public MeetingId running(UnitId unit, String kind, String title, int guests) {
        var plan = new Meeting.Plan(kind, title, null, Instant.parse("2018-11-05T00:30:00Z"), 60, "Trụ sở", null);
        var id = planning.plan(unit, plan, List.of());
        for (var guest = 1; guest <= guests; guest++) {
            planning.inviteGuest(id, "Khách Số " + guest, "");
        }
        run.open(id);
        return id;
    }
}
