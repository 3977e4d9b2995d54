package org.giaoban.meetings;

import static org.giaoban.meetings.db.Tables.ATTENDEE;
import static org.giaoban.meetings.db.Tables.ITEM;
import static org.giaoban.meetings.db.Tables.MEETING;
import static org.giaoban.meetings.db.Tables.OUTCOME;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.UUID;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

/** Who takes part in meetings, chairs them, and gets work from them. */
@Repository
class MeetingPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(ATTENDEE, "work", HIDE)
                        .person(ATTENDEE.PERSON_ID)
                        .named(ATTENDEE.PERSON_ID, ATTENDEE.NAME)
                        .clearing(ATTENDEE.REASON, PersonalTable.NOTHING)
                        .when(ATTENDEE.MARKED_AT)
                        .saying(title(ATTENDEE.MEETING_ID), ATTENDEE.REASON),
                PersonalTable.of(MEETING, "work", KEEP)
                        .person(MEETING.CHAIR_PERSON_ID)
                        .when(MEETING.STARTS_AT)
                        .saying(MEETING.TITLE),
                PersonalTable.of(OUTCOME, "work", KEEP)
                        .person(OUTCOME.PERSON_ID, OUTCOME.SUPERVISING_PERSON_ID)
                        .when(OUTCOME.DUE_ON)
                        .saying(OUTCOME.TEXT),
                PersonalTable.of(ITEM, "work", HIDE).namedAlone(ITEM.PRESENTER).saying(ITEM.TITLE));
    }

    private static Field<String> title(Field<UUID> meeting) {
        return field(select(MEETING.TITLE).from(MEETING).where(MEETING.ID.eq(meeting)));
    }
}
