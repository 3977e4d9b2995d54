package org.giaoban.analysis;

import static org.giaoban.analysis.db.Tables.SAVED_VIEW;
import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Views that people keep under a name. */
@Repository
class ViewPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(SAVED_VIEW, "work", DELETE)
                .account(SAVED_VIEW.OWNER_ACCOUNT_ID)
                .when(SAVED_VIEW.SAVED_AT)
                .saying(SAVED_VIEW.NAME));
    }
}
