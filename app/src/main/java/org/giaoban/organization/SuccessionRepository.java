package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.SUCCESSION;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/** Reads who came after whom. */
@Repository
class SuccessionRepository {

    private final DSLContext db;

    SuccessionRepository(DSLContext db) {
        this.db = db;
    }

    List<Succession> all() {
        return db.select(
                        SUCCESSION.FROM_UNIT_ID,
                        SUCCESSION.TO_UNIT_ID,
                        SUCCESSION.DAY,
                        SUCCESSION.SHARE,
                        SUCCESSION.ESTIMATED,
                        SUCCESSION.PLAN_ID)
                .from(SUCCESSION)
                .orderBy(SUCCESSION.DAY, SUCCESSION.FROM_UNIT_ID, SUCCESSION.TO_UNIT_ID)
                .fetch(Records.mapping(Succession::new));
    }
}
