package org.giaoban.tasks;

import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;
import static org.giaoban.tasks.db.Tables.CHECK_ITEM;
import static org.giaoban.tasks.db.Tables.ESCALATION;
import static org.giaoban.tasks.db.Tables.EXTENSION;
import static org.giaoban.tasks.db.Tables.RECURRENCE;
import static org.giaoban.tasks.db.Tables.ROLE;
import static org.giaoban.tasks.db.Tables.STEP;
import static org.giaoban.tasks.db.Tables.TASK;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.UUID;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Who was given work, did it, helped, watched and was told of delay. */
@Repository
class TaskPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(TASK, "work", KEEP)
                        .person(TASK.PERSON_ID)
                        .when(TASK.GIVEN_AT)
                        .saying(TASK.TITLE),
                PersonalTable.of(ROLE, "work", KEEP).person(ROLE.PERSON_ID).saying(title(ROLE.TASK_ID)),
                PersonalTable.of(STEP, "work", HIDE)
                        .account(STEP.ACCOUNT_ID)
                        .named(STEP.ACCOUNT_ID, STEP.BY_NAME)
                        .when(STEP.AT)
                        .saying(title(STEP.TASK_ID), STEP.TEXT),
                PersonalTable.of(CHECK_ITEM, "work", HIDE)
                        .namedAlone(CHECK_ITEM.DONE_BY)
                        .when(CHECK_ITEM.DONE_AT)
                        .saying(CHECK_ITEM.TEXT),
                PersonalTable.of(EXTENSION, "work", HIDE)
                        .namedAlone(EXTENSION.ASKED_BY)
                        .when(EXTENSION.ASKED_AT)
                        .saying(EXTENSION.REASON),
                PersonalTable.of(ESCALATION, "work", KEEP)
                        .person(ESCALATION.PERSON_ID)
                        .when(ESCALATION.AT)
                        .saying(title(ESCALATION.TASK_ID)),
                PersonalTable.of(RECURRENCE, "work", KEEP)
                        .account(RECURRENCE.MADE_BY_ACCOUNT_ID)
                        .when(RECURRENCE.MADE_AT)
                        .saying(RECURRENCE.TITLE));
    }

    private static Field<String> title(Field<UUID> task) {
        return field(select(TASK.TITLE).from(TASK).where(TASK.ID.eq(task)));
    }
}
