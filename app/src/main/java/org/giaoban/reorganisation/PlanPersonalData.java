package org.giaoban.reorganisation;

import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.reorganisation.db.Tables.PLAN;
import static org.giaoban.reorganisation.db.Tables.ROW_CHANGE;

import java.util.List;
import org.giaoban.platform.personal.DataSubject;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.giaoban.platform.personal.StandIn;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Who made, carried out and took back reorganisations; and rows of persons in the journal of an undo. */
@Repository
class PlanPersonalData implements PersonalDataSource {

    private final DSLContext db;

    PlanPersonalData(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(PLAN, "archive", HIDE)
                .account(PLAN.CREATOR_ACCOUNT_ID, PLAN.EXECUTOR_ACCOUNT_ID, PLAN.UNDOER_ACCOUNT_ID)
                .named(PLAN.CREATOR_ACCOUNT_ID, PLAN.CREATED_BY)
                .named(PLAN.EXECUTOR_ACCOUNT_ID, PLAN.EXECUTED_BY)
                .named(PLAN.UNDOER_ACCOUNT_ID, PLAN.UNDONE_BY)
                .when(PLAN.CREATED_AT)
                .saying(PLAN.TITLE));
    }

    /** The journal holds whole rows of the file and the record of a person; without them an undo leaves these two where they are. */
    @Override
    public void erase(DataSubject subject, StandIn standIn) {
        var person = subject.person();
        if (person != null) {
            db.deleteFrom(ROW_CHANGE)
                    .where(ROW_CHANGE.REL.startsWith("people.").or(ROW_CHANGE.REL.startsWith("membership.")))
                    .and(DSL.condition(
                            "coalesce({0}, {1}) ->> case when {2} = 'people.person' then 'id' else 'person_id' end = {3}",
                            ROW_CHANGE.BEFORE, ROW_CHANGE.AFTER, ROW_CHANGE.REL, DSL.val(person.toString())))
                    .execute();
        }
    }
}
