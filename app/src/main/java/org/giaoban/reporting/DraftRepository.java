package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.RETURN_DRAFT;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftRepository {

    private final DSLContext db;
    private final JsonMapper json;

    DraftRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What was typed and not saved, as typed. */
    record Draft(Map<String, String> fields, Instant savedAt, AccountId account) {}

    void keep(ReturnId id, Draft draft) {
        var fields = JSONB.valueOf(json.writeValueAsString(draft.fields()));
        db.insertInto(RETURN_DRAFT)
                .set(RETURN_DRAFT.CELL_ID, id.cell())
                .set(RETURN_DRAFT.RETURN_ID, id.value())
                .set(RETURN_DRAFT.FIELDS, fields)
                .set(RETURN_DRAFT.SAVED_AT, draft.savedAt())
                .set(RETURN_DRAFT.ACCOUNT_ID, draft.account())
                .onConflict(RETURN_DRAFT.CELL_ID, RETURN_DRAFT.RETURN_ID)
                .doUpdate()
                .set(RETURN_DRAFT.FIELDS, fields)
                .set(RETURN_DRAFT.SAVED_AT, draft.savedAt())
                .set(RETURN_DRAFT.ACCOUNT_ID, draft.account())
                .execute();
    }

    Optional<Draft> find(ReturnId id) {
        return db.selectFrom(RETURN_DRAFT)
                .where(RETURN_DRAFT.CELL_ID.eq(id.cell()), RETURN_DRAFT.RETURN_ID.eq(id.value()))
                .fetchOptional(found -> new Draft(
                        json.readValue(
                                found.get(RETURN_DRAFT.FIELDS).data(), new TypeReference<Map<String, String>>() {}),
                        found.get(RETURN_DRAFT.SAVED_AT),
                        found.get(RETURN_DRAFT.ACCOUNT_ID)));
    }

    void forget(ReturnId id) {
        db.deleteFrom(RETURN_DRAFT)
                .where(RETURN_DRAFT.CELL_ID.eq(id.cell()), RETURN_DRAFT.RETURN_ID.eq(id.value()))
                .execute();
    }
}
