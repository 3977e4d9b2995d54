package org.giaoban.access;

import static org.giaoban.access.db.Tables.DELEGATION;
import static org.giaoban.access.db.Tables.DELEGATION_UNIT;
import static org.giaoban.access.db.Tables.GRANTED_RIGHT;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** What access knows of persons: the rights of their accounts, and who gave them. */
@Repository
class GrantPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(GRANTED_RIGHT, "account", KEEP)
                        .account(
                                GRANTED_RIGHT.ACCOUNT_ID,
                                GRANTED_RIGHT.GIVER_ACCOUNT_ID,
                                GRANTED_RIGHT.ENDER_ACCOUNT_ID)
                        .when(GRANTED_RIGHT.GIVEN_AT)
                        .saying(GRANTED_RIGHT.CAPABILITY, GRANTED_RIGHT.ROLE),
                PersonalTable.of(DELEGATION, "account", KEEP)
                        .account(DELEGATION.ACCOUNT_ID, DELEGATION.GIVER_ACCOUNT_ID, DELEGATION.REVOKER_ACCOUNT_ID)
                        .when(DELEGATION.GIVEN_AT),
                PersonalTable.of(DELEGATION_UNIT, "account", KEEP)
                        .account(DELEGATION_UNIT.ACCOUNT_ID, DELEGATION_UNIT.GIVER_ACCOUNT_ID)
                        .when(DELEGATION_UNIT.FROM_ON));
    }
}
