package org.giaoban.factors;

import static org.giaoban.factors.db.Tables.CODE_APP;
import static org.giaoban.factors.db.Tables.OUTSIDE;
import static org.giaoban.factors.db.Tables.PAPER_CODE;
import static org.giaoban.factors.db.Tables.PASSKEY;
import static org.giaoban.factors.db.Tables.RECOVERY;
import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Second factors go with the account; that access was once given back stays, without the reason. */
@Repository
class FactorPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(CODE_APP, "account", DELETE)
                        .account(CODE_APP.ACCOUNT_ID)
                        .when(CODE_APP.MADE_AT)
                        .secret(CODE_APP.SECRET, CODE_APP.LAST_STEP),
                PersonalTable.of(PAPER_CODE, "account", DELETE)
                        .account(PAPER_CODE.ACCOUNT_ID)
                        .when(PAPER_CODE.USED_AT)
                        .secret(PAPER_CODE.DIGEST),
                PersonalTable.of(OUTSIDE, "account", DELETE)
                        .account(OUTSIDE.ACCOUNT_ID)
                        .when(OUTSIDE.MADE_AT)
                        .saying(OUTSIDE.NAME, OUTSIDE.ISSUER)
                        .secret(OUTSIDE.SUBJECT),
                PersonalTable.of(PASSKEY, "account", DELETE)
                        .account(PASSKEY.ACCOUNT_ID)
                        .when(PASSKEY.MADE_AT)
                        .saying(PASSKEY.LABEL)
                        .secret(PASSKEY.CREDENTIAL, PASSKEY.PUBLIC_KEY, PASSKEY.ATTESTATION, PASSKEY.SIGNATURES),
                PersonalTable.of(RECOVERY, "account", HIDE)
                        .account(
                                RECOVERY.ACCOUNT_ID,
                                RECOVERY.ASKER_ACCOUNT_ID,
                                RECOVERY.CONFIRMER_ACCOUNT_ID,
                                RECOVERY.DROPPER_ACCOUNT_ID)
                        .clearing(RECOVERY.REASON, PersonalTable.NOTHING)
                        .when(RECOVERY.ASKED_AT)
                        .saying(RECOVERY.REASON));
    }
}
