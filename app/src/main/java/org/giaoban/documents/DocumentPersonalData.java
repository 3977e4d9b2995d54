package org.giaoban.documents;

import static org.giaoban.documents.db.Tables.DOCUMENT;
import static org.giaoban.documents.db.Tables.TEMPLATE_VERSION;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who issued documents and uploaded their templates. */
@Repository
class DocumentPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(DOCUMENT, "archive", KEEP)
                        .namedAlone(DOCUMENT.ISSUED_BY)
                        .when(DOCUMENT.ISSUED_AT)
                        .saying(DOCUMENT.SYMBOL, DOCUMENT.TITLE),
                PersonalTable.of(TEMPLATE_VERSION, "work", HIDE)
                        .namedAlone(TEMPLATE_VERSION.UPLOADED_BY)
                        .when(TEMPLATE_VERSION.UPLOADED_AT)
                        .saying(TEMPLATE_VERSION.TEMPLATE, TEMPLATE_VERSION.NOTE)
                        .secret(TEMPLATE_VERSION.CONTENT));
    }
}
