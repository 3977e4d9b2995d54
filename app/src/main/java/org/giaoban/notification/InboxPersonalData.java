package org.giaoban.notification;

import static org.giaoban.notification.db.Tables.DIGEST;
import static org.giaoban.notification.db.Tables.DIGEST_LINE;
import static org.giaoban.notification.db.Tables.MAIL;
import static org.giaoban.notification.db.Tables.NOTICE;
import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** What somebody was told, on screen and by mail. */
@Repository
class InboxPersonalData implements PersonalDataSource {

    private final AddressSeal seal;

    InboxPersonalData(AddressSeal seal) {
        this.seal = seal;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(DIGEST_LINE, "account", DELETE)
                        .account(DIGEST_LINE.ACCOUNT_ID)
                        .when(DIGEST_LINE.DAY),
                PersonalTable.of(DIGEST, "account", DELETE)
                        .account(DIGEST.ACCOUNT_ID)
                        .when(DIGEST.MADE_AT),
                PersonalTable.of(NOTICE, "account", DELETE)
                        .account(NOTICE.ACCOUNT_ID)
                        .when(NOTICE.SENT_AT),
                PersonalTable.of(MAIL, "account", DELETE)
                        .account(MAIL.ACCOUNT_ID)
                        .mail(MAIL.ADDRESS_INDEX, seal::index)
                        .when(MAIL.MADE_AT)
                        .saying(MAIL.SUBJECT));
    }
}
