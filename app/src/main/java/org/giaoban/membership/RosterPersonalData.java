package org.giaoban.membership;

import static org.giaoban.membership.db.Tables.ABSENCE;
import static org.giaoban.membership.db.Tables.MEMBER;
import static org.giaoban.membership.db.Tables.STANDING;
import static org.giaoban.membership.db.Tables.STATE;
import static org.giaoban.membership.db.Tables.STAY;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** The record of a member: the law of the organisation keeps it, an erasure takes what it does not ask for. */
@Repository
class RosterPersonalData implements PersonalDataSource {

    private static final Field<String> STATE_NAME =
            field(select(STATE.NAME_VI).from(STATE).where(STATE.CODE.eq(STANDING.STATE)));

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(MEMBER, "membership", KEEP)
                        .person(MEMBER.PERSON_ID)
                        .when(MEMBER.ADMITTED_ON),
                PersonalTable.of(STAY, "membership", HIDE)
                        .person(STAY.PERSON_ID)
                        .clearing(STAY.NOTE, "")
                        .when(STAY.VALID_FROM)
                        .saying(STAY.NOTE),
                PersonalTable.of(STANDING, "membership", KEEP)
                        .person(STANDING.PERSON_ID)
                        .when(STANDING.VALID_FROM)
                        .saying(STATE_NAME, STANDING.DECISION),
                PersonalTable.of(ABSENCE, "membership", HIDE)
                        .person(ABSENCE.PERSON_ID)
                        .clearing(ABSENCE.PLACE, PersonalTable.NOTHING)
                        .clearing(ABSENCE.REASON, PersonalTable.NOTHING)
                        .when(ABSENCE.VALID_FROM)
                        .saying(ABSENCE.PLACE, ABSENCE.REASON));
    }
}
