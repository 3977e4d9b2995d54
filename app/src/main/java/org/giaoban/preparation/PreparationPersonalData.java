package org.giaoban.preparation;

import static org.giaoban.platform.personal.PersonalTable.Fate.DELETE;
import static org.giaoban.platform.personal.PersonalTable.Fate.HIDE;
import static org.giaoban.preparation.db.Tables.MATERIAL;
import static org.giaoban.preparation.db.Tables.MATERIAL_READER;
import static org.giaoban.preparation.db.Tables.RECEIPT;
import static org.giaoban.preparation.db.Tables.TOLD;
import static org.giaoban.preparation.db.Tables.TOPIC;

import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.springframework.stereotype.Repository;

/** Who was told of a meeting and answered, who proposed and added papers. */
@Repository
class PreparationPersonalData implements PersonalDataSource {

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.of(MATERIAL_READER, "work", DELETE).person(MATERIAL_READER.PERSON_ID),
                PersonalTable.of(RECEIPT, "work", HIDE)
                        .person(RECEIPT.PERSON_ID)
                        .clearing(RECEIPT.REASON, PersonalTable.NOTHING)
                        .when(RECEIPT.TOLD_AT)
                        .saying(RECEIPT.REASON),
                PersonalTable.of(TOPIC, "work", HIDE)
                        .account(TOPIC.BY_ACCOUNT_ID)
                        .named(TOPIC.BY_ACCOUNT_ID, TOPIC.BY_NAME)
                        .namedAlone(TOPIC.PRESENTER, TOPIC.DECIDED_BY)
                        .when(TOPIC.PROPOSED_AT)
                        .saying(TOPIC.TITLE),
                PersonalTable.of(MATERIAL, "work", HIDE)
                        .account(MATERIAL.BY_ACCOUNT_ID)
                        .named(MATERIAL.BY_ACCOUNT_ID, MATERIAL.BY_NAME)
                        .when(MATERIAL.ADDED_AT)
                        .saying(MATERIAL.TITLE),
                PersonalTable.of(TOLD, "work", HIDE)
                        .namedAlone(TOLD.BY_NAME)
                        .when(TOLD.TOLD_AT)
                        .saying(TOLD.WORDS));
    }
}
