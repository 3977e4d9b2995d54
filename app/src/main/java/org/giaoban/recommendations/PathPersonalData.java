package org.giaoban.recommendations;

import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.recommendations.db.Tables.STEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who did what with a recommendation. */
@Repository
class PathPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(STEP, "work", HIDE)
                .account(STEP.ACCOUNT_ID)
                .named(STEP.ACCOUNT_ID, STEP.BY_NAME)
                .when(STEP.AT)
                .saying(STEP.TEXT));
    }
}
