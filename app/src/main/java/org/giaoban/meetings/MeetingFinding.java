package org.giaoban.meetings;

import static org.giaoban.meetings.MeetingRepository.A_MEETING;
import static org.giaoban.meetings.db.Tables.ATTENDEE;
import static org.giaoban.meetings.db.Tables.MEETING;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.giaoban.access.Scope;
import org.giaoban.kernel.PersonId;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds meetings by the words of their titles among those a viewer may open; the same rule as {@link MeetingRights}. */
@Repository
class MeetingFinding {

    /** Where somebody reads meetings, where they prepare them, and who they are. */
    record Reader(
            List<Scope> scopes, Scope prepares, @Nullable PersonId person) {}

    private final DSLContext db;

    MeetingFinding(DSLContext db) {
        this.db = db;
    }

    /** Of these units, or with this person invited; the newest first. */
    List<Meeting> find(SearchWords words, Reader reader, int limit) {
        return db.select(A_MEETING)
                .from(MEETING)
                .where(words.in(MEETING.TITLE_FOLD))
                .and(readable(reader.scopes, reader.person)
                        .and(MEETING.STATE.ne(MeetingState.DRAFT.name()))
                        .or(reader.prepares.condition(MEETING.UNIT_ID)))
                .orderBy(MEETING.STARTS_AT.desc(), MEETING.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    private static Condition readable(List<Scope> scopes, @Nullable PersonId person) {
        if (scopes.stream().anyMatch(Scope::everywhere)) {
            return noCondition();
        }
        var invited = person == null
                ? falseCondition()
                : exists(selectOne()
                        .from(ATTENDEE)
                        .where(ATTENDEE.MEETING_ID.eq(MEETING.ID), ATTENDEE.PERSON_ID.eq(person)));
        return or(scopes.stream().map(scope -> scope.condition(MEETING.UNIT_ID)).toList())
                .or(invited);
    }
}
