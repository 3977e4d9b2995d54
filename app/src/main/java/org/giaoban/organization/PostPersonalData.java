package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.MANDATE;
import static org.giaoban.organization.db.Tables.POST;
import static org.giaoban.platform.personal.PersonalTable.Fate.KEEP;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.platform.personal.PersonalDataSource;
import org.giaoban.platform.personal.PersonalTable;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Who holds and held which post: part of the public history of a unit. */
@Repository
class PostPersonalData implements PersonalDataSource {

    private static final Field<LocalDate> SINCE = DSL.field("lower({0})", LocalDate.class, MANDATE.VALID);
    private static final Field<String> POST_NAME =
            field(select(POST.NAME_VI).from(POST).where(POST.CODE.eq(MANDATE.POST)));

    @Override
    public List<PersonalTable> tables() {
        return List.of(PersonalTable.of(MANDATE, "directory", KEEP)
                .person(MANDATE.PERSON_ID)
                .when(SINCE)
                .saying(POST_NAME, MANDATE.DECISION));
    }
}
