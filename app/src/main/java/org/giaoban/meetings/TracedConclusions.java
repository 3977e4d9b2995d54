package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.OUTCOME;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The conclusions orders come from, of those meetings the viewer may read. */
@Service
@Transactional(readOnly = true)
public class TracedConclusions {

    private final DSLContext db;
    private final MeetingRepository meetings;
    private final Meetings readable;

    TracedConclusions(DSLContext db, MeetingRepository meetings, Meetings readable) {
        this.db = db;
        this.meetings = meetings;
        this.readable = readable;
    }

    /** A conclusion by its number, with its meeting. */
    public record Traced(MeetingLine meeting, int position, String text) {}

    /** By the order it became. */
    public Map<UUID, Traced> of(Collection<UUID> tasks) {
        var lines = new HashMap<MeetingId, MeetingLine>();
        var found = new HashMap<UUID, Traced>();
        var outcomes = db.select(OUTCOME.TASK_ID, OUTCOME.MEETING_ID, OUTCOME.POSITION, OUTCOME.TEXT)
                .from(OUTCOME)
                .where(OUTCOME.TASK_ID.in(tasks))
                .fetch();
        outcomes.intoSet(OUTCOME.MEETING_ID).stream()
                .map(MeetingId::new)
                .filter(readable::mayRead)
                .flatMap(meeting -> meetings.find(meeting).stream())
                .forEach(meeting -> lines.put(meeting.id(), meeting.line()));
        outcomes.forEach(row -> {
            var line = lines.get(new MeetingId(row.value2()));
            if (line != null) {
                found.put(row.value1(), new Traced(line, row.value3(), row.value4()));
            }
        });
        return found;
    }
}
