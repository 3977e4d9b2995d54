package org.giaoban.meetings;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.kernel.Period;
import org.giaoban.kernel.UnitId;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.Tasks;
import org.springframework.stereotype.Component;

/** What a meeting starts with: the orders of the series' earlier meetings that are not done. */
@Component
class CarriedWork {

    static final String SOURCE = "meeting";

    private final MeetingRepository meetings;
    private final CarriedRepository frozen;
    private final Tasks tasks;

    CarriedWork(MeetingRepository meetings, CarriedRepository frozen, Tasks tasks) {
        this.meetings = meetings;
        this.frozen = frozen;
        this.tasks = tasks;
    }

    /** Fresh while the meeting is planned, as it stood at the opening afterwards. */
    List<TaskLine> of(Meeting meeting, LocalDate today) {
        return meeting.openedAt() == null ? earlier(meeting, today).unfinished() : frozen.of(meeting.id());
    }

    EarlierWork earlier(Meeting meeting, LocalDate today) {
        return work(meetings.earlier(meeting.series(), meeting.plan().startsAt()), today);
    }

    /** The same for a period whose meeting need not exist yet. */
    EarlierWork before(UnitId unit, Period period, LocalDate asOf) {
        return work(meetings.before(unit, period), asOf);
    }

    private EarlierWork work(List<MeetingId> ids, LocalDate asOf) {
        return EarlierWork.of(
                tasks.of(SOURCE, ids.stream().map(MeetingId::value).toList(), asOf));
    }

    void freeze(Meeting meeting, LocalDate today) {
        frozen.freeze(meeting.id(), earlier(meeting, today).unfinished());
    }
}
