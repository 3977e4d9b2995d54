package org.giaoban.audit;

import static org.giaoban.audit.db.Tables.ENTRY;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** The log names accounts; nothing in it can be changed, so an erased person stands there as the account that lost its name. */
@Repository
class LogPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(ENTRY, "log", KEEP)
                .account(ENTRY.ACCOUNT_ID)
                .when(ENTRY.AT)
                .saying(ENTRY.ACT));
    }
}
