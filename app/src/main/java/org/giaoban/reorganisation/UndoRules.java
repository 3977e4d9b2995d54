package org.giaoban.reorganisation;

import java.time.LocalDate;
import org.giaoban.platform.Profile;
import org.giaoban.platform.ProfilePart;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads for how many days an executed plan may be undone; what is there already stays as it is. */
@Component
class UndoRules implements ProfilePart {

    private static final int AFTER_UNITS = 15;

    private final DSLContext db;

    UndoRules(DSLContext db) {
        this.db = db;
    }

    @Override
    public int order() {
        return AFTER_UNITS;
    }

    @Override
    @Transactional
    public void load(Profile profile) {
        for (var row : profile.csv("reorganisation-undo.csv")) {
            var until = row.getOrDefault("until", "");
            db.query(
                            "insert into reorganisation.undo_rule (valid, days, source) "
                                    + "values (daterange({0}, {1}), {2}, {3}) on conflict do nothing",
                            DSL.val(LocalDate.parse(row.getOrDefault("from", ""))),
                            DSL.val(until.isBlank() ? null : LocalDate.parse(until), SQLDataType.LOCALDATE),
                            DSL.val(Integer.valueOf(row.getOrDefault("days", ""))),
                            DSL.val(row.getOrDefault("source", "")))
                    .execute();
        }
    }
}
