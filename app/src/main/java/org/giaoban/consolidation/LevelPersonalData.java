package org.giaoban.consolidation;

import static org.giaoban.consolidation.db.Tables.EDITION;
import static org.giaoban.consolidation.db.Tables.REFUSAL;
import static org.giaoban.consolidation.db.Tables.REPORT;
import static org.giaoban.consolidation.db.Tables.STIR;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who sent, decided and corrected what a level sent up. */
@Repository
class LevelPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(EDITION, "archive", KEEP)
                        .account(EDITION.ACCOUNT_ID)
                        .named(EDITION.ACCOUNT_ID, EDITION.BY_NAME)
                        .when(EDITION.FROZEN_AT)
                        .saying(EDITION.WHY, EDITION.NOTE),
                PersonalTable.of(REFUSAL, "archive", KEEP)
                        .account(REFUSAL.ACCOUNT_ID)
                        .named(REFUSAL.ACCOUNT_ID, REFUSAL.BY_NAME)
                        .when(REFUSAL.AT)
                        .saying(REFUSAL.REASON),
                PersonalTable.of(REPORT, "work", HIDE)
                        .namedAlone(REPORT.SENT_BY, REPORT.DECIDED_BY)
                        .when(REPORT.SENT_AT)
                        .saying(REPORT.PERIOD),
                PersonalTable.of(STIR, "archive", KEEP).namedAlone(STIR.BY_NAME).when(STIR.AT));
    }
}
