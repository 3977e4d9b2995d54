package org.giaoban.personaldata;

import static org.giaoban.personaldata.db.Tables.REQUEST_STEP;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.audit.Audit;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.Uuid7;
import org.giaoban.platform.Texts;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was done with a request, step by step, on its own page and in the log. */
@Repository
class RequestPath {

    private final DSLContext db;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    RequestPath(DSLContext db, Audit audit, CurrentViewer viewer, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** What can be done with a request. */
    enum Act {
        RECEIVE,
        ACCEPT,
        EXTEND,
        REFUSE,
        FINISH,
        TAKE_BACK,
        ERASE,
        HAND_OUT,
        LIFT;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One step as shown. */
    public record Step(
            String what, Instant at, String by, @Nullable String text) {}

    void write(Request one, Act act, @Nullable String text) {
        var who = viewer.find().orElse(Viewer.SYSTEM);
        db.insertInto(REQUEST_STEP)
                .set(REQUEST_STEP.ID, Uuid7.next())
                .set(REQUEST_STEP.REQUEST_ID, one.id())
                .set(REQUEST_STEP.UNIT_ID, one.unit())
                .set(REQUEST_STEP.SUBJECT_ACCOUNT_ID, one.asker().account())
                .set(REQUEST_STEP.ACT, act.name())
                .set(REQUEST_STEP.AT, clock.instant())
                .set(REQUEST_STEP.ACCOUNT_ID, who.account())
                .set(REQUEST_STEP.BY_NAME, who.name())
                .set(REQUEST_STEP.TEXT, text)
                .execute();
        var details = new HashMap<String, String>();
        details.put("number", one.number().text());
        details.put("request", one.asked().kind().name());
        audit.record(
                "personaldata.request-" + act.key(), new ObjectRef("personal-request", one.id()), one.unit(), details);
    }

    List<Step> of(UUID request) {
        return db.select(REQUEST_STEP.ACT, REQUEST_STEP.AT, REQUEST_STEP.BY_NAME, REQUEST_STEP.TEXT)
                .from(REQUEST_STEP)
                .where(REQUEST_STEP.REQUEST_ID.eq(request))
                .orderBy(REQUEST_STEP.AT, REQUEST_STEP.ID)
                .limit(200)
                .fetch(row -> new Step(
                        Texts.text("personaldata.step." + row.value1()), row.value2(), row.value3(), row.value4()));
    }
}
