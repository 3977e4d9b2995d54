package org.giaoban.readers;

import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.readers.db.Tables.COMMENT;
import static org.giaoban.readers.db.Tables.ERROR_REPORT;
import static org.giaoban.readers.db.Tables.SUBSCRIBER;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Those who asked for letters by their address, and who answered comments; readers themselves leave no name. */
@Repository
class ReaderPersonalData implements PersonalDataSource {

    private final SubscriberSeal seal;

    ReaderPersonalData(SubscriberSeal seal) {
        this.seal = seal;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(SUBSCRIBER, "letters", DELETE)
                        .mail(SUBSCRIBER.ADDRESS_INDEX, seal::index)
                        .when(SUBSCRIBER.MADE_AT)
                        .secret(SUBSCRIBER.TOKEN),
                PersonalTable.of(COMMENT, "public", HIDE)
                        .namedAlone(COMMENT.AUTHOR, COMMENT.DECIDED_BY, COMMENT.REPLIED_BY)
                        .when(COMMENT.MADE_AT)
                        .saying(COMMENT.BODY),
                PersonalTable.of(ERROR_REPORT, "public", HIDE)
                        .namedAlone(ERROR_REPORT.DONE_BY)
                        .when(ERROR_REPORT.MADE_AT)
                        .saying(ERROR_REPORT.REMARK));
    }
}
