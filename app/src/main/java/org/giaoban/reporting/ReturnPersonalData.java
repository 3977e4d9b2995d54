package org.giaoban.reporting;

import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;
import static org.giaoban.reporting.db.Tables.ACTING;
import static org.giaoban.reporting.db.Tables.CELL_COMMENT;
import static org.giaoban.reporting.db.Tables.CELL_THREAD;
import static org.giaoban.reporting.db.Tables.EXTENSION;
import static org.giaoban.reporting.db.Tables.IMPORT_RUN;
import static org.giaoban.reporting.db.Tables.RETURN_DRAFT;
import static org.giaoban.reporting.db.Tables.RETURN_VERSION;
import static org.giaoban.reporting.db.Tables.UNIT_RETURN;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who made, sent, discussed and decided on returns. */
@Repository
class ReturnPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(UNIT_RETURN, "work", KEEP)
                        .account(UNIT_RETURN.SUBMITTER_ACCOUNT_ID, UNIT_RETURN.DECIDER_ACCOUNT_ID)
                        .when(UNIT_RETURN.SUBMITTED_AT)
                        .saying(UNIT_RETURN.FORM, UNIT_RETURN.PERIOD),
                PersonalTable.of(RETURN_VERSION, "work", KEEP)
                        .account(RETURN_VERSION.ACCOUNT_ID)
                        .unlisted(),
                PersonalTable.of(RETURN_DRAFT, "work", KEEP)
                        .account(RETURN_DRAFT.ACCOUNT_ID)
                        .when(RETURN_DRAFT.SAVED_AT),
                PersonalTable.of(CELL_COMMENT, "work", KEEP)
                        .account(CELL_COMMENT.ACCOUNT_ID)
                        .when(CELL_COMMENT.WRITTEN_AT)
                        .saying(CELL_COMMENT.BODY),
                PersonalTable.of(CELL_THREAD, "work", KEEP)
                        .account(CELL_THREAD.RESOLVER_ACCOUNT_ID)
                        .when(CELL_THREAD.RESOLVED_AT),
                PersonalTable.of(EXTENSION, "work", KEEP)
                        .account(EXTENSION.ACCOUNT_ID)
                        .when(EXTENSION.EXTENDED_AT)
                        .saying(EXTENSION.REASON),
                PersonalTable.of(ACTING, "work", KEEP)
                        .account(ACTING.GIVER_ACCOUNT_ID)
                        .when(ACTING.DECIDED_AT),
                PersonalTable.of(IMPORT_RUN, "work", DELETE)
                        .account(IMPORT_RUN.ACCOUNT_ID)
                        .when(IMPORT_RUN.STARTED_AT));
    }
}
