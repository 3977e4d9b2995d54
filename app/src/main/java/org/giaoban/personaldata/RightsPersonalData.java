package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.BREACH;
import static org.giaoban.personaldata.db.Tables.CONSENT;
import static org.giaoban.personaldata.db.Tables.ERASURE;
import static org.giaoban.personaldata.db.Tables.REQUEST;
import static org.giaoban.personaldata.db.Tables.REQUEST_STEP;
import static org.giaoban.personaldata.db.Tables.RESTRICTION;
import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** What this module keeps itself: consents and requests are proof, and stay without the name. */
@Repository
class RightsPersonalData implements PersonalDataSource {

    private static final String RIGHTS = "rights";

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(RESTRICTION, RIGHTS, DELETE)
                        .person(RESTRICTION.PERSON_ID)
                        .when(RESTRICTION.SINCE),
                PersonalTable.of(CONSENT, RIGHTS, KEEP)
                        .account(CONSENT.ACCOUNT_ID)
                        .when(CONSENT.GIVEN_AT)
                        .saying(CONSENT.WORDS),
                PersonalTable.of(REQUEST, RIGHTS, HIDE)
                        .person(REQUEST.PERSON_ID)
                        .account(REQUEST.ACCOUNT_ID)
                        .named(REQUEST.PERSON_ID, REQUEST.SUBJECT_NAME)
                        .named(REQUEST.ACCOUNT_ID, REQUEST.SUBJECT_NAME)
                        .clearing(REQUEST.BODY, PersonalTable.NOTHING)
                        .clearing(REQUEST.OUTCOME, PersonalTable.NOTHING)
                        .clearing(REQUEST.EXTENSION_REASON, PersonalTable.NOTHING)
                        .when(REQUEST.RECEIVED_AT)
                        .saying(REQUEST.BODY, REQUEST.OUTCOME),
                PersonalTable.of(REQUEST_STEP, RIGHTS, HIDE)
                        .account(REQUEST_STEP.ACCOUNT_ID, REQUEST_STEP.SUBJECT_ACCOUNT_ID)
                        .named(REQUEST_STEP.ACCOUNT_ID, REQUEST_STEP.BY_NAME)
                        .when(REQUEST_STEP.AT)
                        .saying(REQUEST_STEP.TEXT),
                PersonalTable.of(BREACH, RIGHTS, HIDE)
                        .account(BREACH.ACCOUNT_ID)
                        .named(BREACH.ACCOUNT_ID, BREACH.BY_NAME)
                        .when(BREACH.FOUND_AT)
                        .saying(BREACH.TITLE),
                PersonalTable.of(ERASURE, RIGHTS, KEEP)
                        .person(ERASURE.PERSON_ID)
                        .account(ERASURE.ACCOUNT_IDS)
                        .when(ERASURE.ERASED_AT));
    }
}
