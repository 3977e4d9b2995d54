package org.giaoban.identity;

import static org.giaoban.identity.db.Tables.SESSION;

import org.giaoban.platform.AfterRestore;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions that were open at the moment a restore goes back to may have been ended since: all of them end. */
@Component
class SessionsAfterRestore implements AfterRestore {

    private final DSLContext db;

    SessionsAfterRestore(DSLContext db) {
        this.db = db;
    }

    @Override
    @Transactional
    public void afterRestore() {
        db.deleteFrom(SESSION).execute();
    }
}
