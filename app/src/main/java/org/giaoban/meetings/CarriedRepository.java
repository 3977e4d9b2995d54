package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.CARRIED;
import static org.giaoban.meetings.db.Tables.CARRIED_LIGHT;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import org.giaoban.tasks.SourceRef;
import org.giaoban.tasks.TaskId;
import org.giaoban.tasks.TaskLabel;
import org.giaoban.tasks.TaskLine;
import org.giaoban.tasks.TaskLine.Light;
import org.giaoban.tasks.TaskLine.Mark;
import org.giaoban.tasks.TaskState;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** The unfinished work a meeting opened with, frozen as it stood. */
@Repository
class CarriedRepository {

    private static final Field<List<Light>> LIGHTS = multiset(select(
                            CARRIED_LIGHT.LIGHT_TASK_ID.convert(TaskId.class, TaskId::new, TaskId::value),
                            CARRIED_LIGHT.UNIT_ID,
                            CARRIED_LIGHT.UNIT_NAME,
                            CARRIED_LIGHT.MARK.convert(Mark.class, Mark::valueOf, Mark::name),
                            CARRIED_LIGHT.STATE.convert(TaskState.class, TaskState::valueOf, TaskState::name),
                            CARRIED_LIGHT.DUE_ON,
                            CARRIED_LIGHT.EXTENSIONS,
                            CARRIED_LIGHT.DAYS_LATE,
                            CARRIED_LIGHT.PERCENT,
                            CARRIED_LIGHT.LAST_WORD)
                    .from(CARRIED_LIGHT)
                    .where(CARRIED_LIGHT.MEETING_ID.eq(CARRIED.MEETING_ID))
                    .and(CARRIED_LIGHT.TASK_ID.eq(CARRIED.TASK_ID))
                    .orderBy(CARRIED_LIGHT.POSITION))
            .convertFrom(rows -> rows.map(Records.mapping(Light::new)));

    private final DSLContext db;

    CarriedRepository(DSLContext db) {
        this.db = db;
    }

    void freeze(MeetingId meeting, List<TaskLine> lines) {
        var writes = new ArrayList<Query>();
        for (int i = 0; i < lines.size(); i++) {
            writes.add(line(meeting, i + 1, lines.get(i)));
            var lights = lines.get(i).lights();
            for (int j = 0; j < lights.size(); j++) {
                writes.add(light(meeting, lines.get(i).id(), j + 1, lights.get(j)));
            }
        }
        db.batch(writes).execute();
    }

    private Query line(MeetingId meeting, int position, TaskLine line) {
        return db.insertInto(CARRIED)
                .set(CARRIED.MEETING_ID, meeting.value())
                .set(CARRIED.POSITION, position)
                .set(CARRIED.TASK_ID, line.id().value())
                .set(CARRIED.TITLE, line.title())
                .set(CARRIED.SOURCE_KIND, line.source().kind())
                .set(CARRIED.SOURCE_ID, line.source().id())
                .set(CARRIED.SOURCE_LABEL, line.source().label())
                .set(CARRIED.SOURCE_HREF, line.source().href())
                .set(CARRIED.STATE, line.state().name())
                .set(CARRIED.DUE_ON, line.dueOn())
                .set(CARRIED.FIRST_DUE_ON, line.firstDueOn())
                .set(CARRIED.EXTENSIONS, line.extensions())
                .set(CARRIED.DAYS_LATE, line.daysLate())
                .set(CARRIED.PERCENT, line.percent())
                .set(CARRIED.LABEL, line.label().name());
    }

    private Query light(MeetingId meeting, TaskId task, int position, Light light) {
        return db.insertInto(CARRIED_LIGHT)
                .set(CARRIED_LIGHT.MEETING_ID, meeting.value())
                .set(CARRIED_LIGHT.TASK_ID, task.value())
                .set(CARRIED_LIGHT.LIGHT_TASK_ID, light.task().value())
                .set(CARRIED_LIGHT.POSITION, position)
                .set(CARRIED_LIGHT.UNIT_ID, light.unit())
                .set(CARRIED_LIGHT.UNIT_NAME, light.unitName())
                .set(CARRIED_LIGHT.MARK, light.mark().name())
                .set(CARRIED_LIGHT.STATE, light.state().name())
                .set(CARRIED_LIGHT.DUE_ON, light.dueOn())
                .set(CARRIED_LIGHT.EXTENSIONS, light.extensions())
                .set(CARRIED_LIGHT.DAYS_LATE, light.daysLate())
                .set(CARRIED_LIGHT.PERCENT, light.percent())
                .set(CARRIED_LIGHT.LAST_WORD, light.lastWord());
    }

    List<TaskLine> of(MeetingId meeting) {
        var source = row(CARRIED.SOURCE_KIND, CARRIED.SOURCE_ID, CARRIED.SOURCE_LABEL, CARRIED.SOURCE_HREF)
                .mapping(SourceRef::new);
        return db.select(row(
                                CARRIED.TASK_ID.convert(TaskId.class, TaskId::new, TaskId::value),
                                CARRIED.TITLE,
                                source,
                                CARRIED.STATE.convert(TaskState.class, TaskState::valueOf, TaskState::name),
                                CARRIED.DUE_ON,
                                CARRIED.FIRST_DUE_ON,
                                CARRIED.EXTENSIONS,
                                CARRIED.DAYS_LATE,
                                CARRIED.LABEL.convert(TaskLabel.class, TaskLabel::valueOf, TaskLabel::name),
                                CARRIED.PERCENT,
                                LIGHTS)
                        .mapping(TaskLine::new))
                .from(CARRIED)
                .where(CARRIED.MEETING_ID.eq(meeting.value()))
                .orderBy(CARRIED.POSITION)
                .limit(500)
                .fetch(Record1::value1);
    }
}
