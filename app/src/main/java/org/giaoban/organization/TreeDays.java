package org.giaoban.organization;

import static org.giaoban.organization.db.Tables.UNIT_VERSION;

import java.time.LocalDate;
import java.util.List;
import org.giaoban.access.Scope;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The days on which the tree became another one. */
@Repository
class TreeDays {

    private final DSLContext db;

    TreeDays(DSLContext db) {
        this.db = db;
    }

    /** The latest days on which a unit of the scope ended or became different; the founding of a unit alone is none. */
    List<LocalDate> latest(Scope scope, int most) {
        var day = Days.until(UNIT_VERSION.VALID);
        return db.selectDistinct(day)
                .from(UNIT_VERSION)
                .where(day.isNotNull(), scope.condition(UNIT_VERSION.UNIT_ID))
                .orderBy(day.desc())
                .limit(most)
                .fetch(row -> row.value1());
    }
}
