package org.giaoban.proceedings;

import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.proceedings.db.Tables.PRESENCE;
import static org.giaoban.proceedings.db.Tables.SPEECH;
import static org.giaoban.proceedings.db.Tables.TURN;
import static org.giaoban.proceedings.db.Tables.VOTE;
import static org.giaoban.proceedings.db.Tables.VOTER;
import static org.giaoban.proceedings.db.Tables.WRITING;

import java.util.List;
import java.util.UUID;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

/** Who was there, spoke, noted and counted hands while a meeting ran. */
@Repository
class CoursePersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(PRESENCE, "work", HIDE)
                        .person(attendee(PRESENCE.ATTENDEE_ID))
                        .account(PRESENCE.ACCOUNT_ID)
                        .named(PRESENCE.ACCOUNT_ID, PRESENCE.BY_NAME)
                        .clearing(PRESENCE.REASON, PersonalTable.NOTHING)
                        .when(PRESENCE.WRITTEN_AT)
                        .saying(PRESENCE.REASON),
                PersonalTable.of(SPEECH, "work", HIDE)
                        .person(attendee(SPEECH.ATTENDEE_ID))
                        .named(attendee(SPEECH.ATTENDEE_ID), SPEECH.NAME)
                        .namedAlone(SPEECH.ASKED_BY)
                        .when(SPEECH.ASKED_AT)
                        .saying(SPEECH.SUMMARY),
                PersonalTable.of(VOTER, "work", HIDE)
                        .person(attendee(VOTER.ATTENDEE_ID))
                        .namedAlone(VOTER.BY_NAME)
                        .when(VOTER.CHANGED_AT),
                PersonalTable.of(WRITING, "work", HIDE)
                        .account(WRITING.ACCOUNT_ID)
                        .named(WRITING.ACCOUNT_ID, WRITING.BY_NAME)
                        .when(WRITING.WRITTEN_AT)
                        .saying(WRITING.ADDED),
                PersonalTable.of(TURN, "work", HIDE).namedAlone(TURN.BY_NAME).when(TURN.STARTED_AT),
                PersonalTable.of(VOTE, "work", HIDE)
                        .namedAlone(VOTE.BY_NAME, VOTE.STRUCK_BY)
                        .when(VOTE.TAKEN_AT)
                        .saying(VOTE.QUESTION));
    }

    /** The person on a seat: seats belong to meetings, whose table is asked here because no list of ids could be handed over. */
    private static Field<UUID> attendee(Field<UUID> seat) {
        return DSL.field("(select a.person_id from meetings.attendee a where a.id = {0})", SQLDataType.UUID, seat);
    }
}
