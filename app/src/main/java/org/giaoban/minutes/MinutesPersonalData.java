package org.giaoban.minutes;

import static org.giaoban.minutes.db.Tables.ADDENDUM;
import static org.giaoban.minutes.db.Tables.RECORD;
import static org.giaoban.minutes.db.Tables.REMARK;
import static org.giaoban.minutes.db.Tables.SIGNATURE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Minutes are signed and kept for good; who wrote and signed them is part of them. */
@Repository
class MinutesPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(RECORD, "archive", KEEP)
                        .person(RECORD.CHAIR_PERSON_ID)
                        .account(RECORD.SECRETARY_ACCOUNT_ID)
                        .named(RECORD.CHAIR_PERSON_ID, RECORD.CHAIR_NAME)
                        .named(RECORD.SECRETARY_ACCOUNT_ID, RECORD.SECRETARY_NAME)
                        .when(RECORD.HELD_ON)
                        .saying(RECORD.TITLE),
                PersonalTable.of(SIGNATURE, "archive", KEEP)
                        .account(SIGNATURE.ACCOUNT_ID)
                        .named(SIGNATURE.ACCOUNT_ID, SIGNATURE.NAME)
                        .when(SIGNATURE.SIGNED_AT)
                        .saying(SIGNATURE.TITLE),
                PersonalTable.of(REMARK, "archive", KEEP)
                        .account(REMARK.ACCOUNT_ID)
                        .named(REMARK.ACCOUNT_ID, REMARK.BY_NAME)
                        .namedAlone(REMARK.ANSWERED_BY)
                        .when(REMARK.WRITTEN_AT)
                        .saying(REMARK.TEXT),
                PersonalTable.of(ADDENDUM, "archive", KEEP)
                        .account(ADDENDUM.ACCOUNT_ID)
                        .named(ADDENDUM.ACCOUNT_ID, ADDENDUM.BY_NAME)
                        .when(ADDENDUM.WRITTEN_AT)
                        .saying(ADDENDUM.TEXT));
    }
}
