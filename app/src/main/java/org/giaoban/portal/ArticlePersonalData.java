package org.giaoban.portal;

import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;
import static org.giaoban.portal.db.Tables.APPROVAL_LINK;
import static org.giaoban.portal.db.Tables.AUTOSAVE;
import static org.giaoban.portal.db.Tables.REMARK_SEEN;
import static org.giaoban.portal.db.Tables.VERSION;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who wrote, checked and let out articles. */
@Repository
class ArticlePersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(AUTOSAVE, "public", DELETE)
                        .account(AUTOSAVE.ACCOUNT_ID)
                        .when(AUTOSAVE.SAVED_AT),
                PersonalTable.of(VERSION, "public", HIDE)
                        .account(VERSION.AUTHOR_ACCOUNT_ID, VERSION.EDITOR_ACCOUNT_ID, VERSION.APPROVER_ACCOUNT_ID)
                        .named(VERSION.AUTHOR_ACCOUNT_ID, VERSION.AUTHOR_NAME)
                        .named(VERSION.APPROVER_ACCOUNT_ID, VERSION.APPROVER_NAME)
                        .when(VERSION.CHANGED_AT)
                        .saying(VERSION.TITLE),
                PersonalTable.of(APPROVAL_LINK, "public", HIDE)
                        .account(APPROVAL_LINK.MADE_BY)
                        .named(APPROVAL_LINK.MADE_BY, APPROVAL_LINK.MADE_BY_NAME)
                        .namedAlone(APPROVAL_LINK.READER_NAME)
                        .when(APPROVAL_LINK.MADE_AT)
                        .secret(APPROVAL_LINK.TOKEN_HASH),
                PersonalTable.of(REMARK_SEEN, "public", KEEP)
                        .account(REMARK_SEEN.SEEN_BY)
                        .when(REMARK_SEEN.SEEN_AT));
    }
}
