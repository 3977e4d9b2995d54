package org.giaoban.disclosure;

import static org.giaoban.disclosure.db.Tables.ITEM;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who prepared what an agency made public, and who let it out. */
@Repository
class DisclosurePersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(ITEM, "public", HIDE)
                .account(ITEM.RELEASED_ACCOUNT, ITEM.DRAFT_HANDS, ITEM.SHOWN_HANDS)
                .named(ITEM.RELEASED_ACCOUNT, ITEM.RELEASED_BY)
                .namedAlone(ITEM.PREPARED_BY)
                .when(ITEM.PREPARED_AT)
                .saying(ITEM.TITLE));
    }
}
