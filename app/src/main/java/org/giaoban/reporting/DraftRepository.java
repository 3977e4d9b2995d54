package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.RETURN_DRAFT;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DraftRepository {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    DraftRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What was typed and not saved, as typed, and who touched which field last. */
    record Draft(Map<String, String> fields, Map<String, Touch> touched, Instant savedAt, AccountId account) {}

    /** Somebody typed then. */
    record Touch(AccountId account, Instant at) {

        private String written() {
            return account.value() + " " + at.toEpochMilli();
        }

        private static Touch read(String written) {
            int space = written.indexOf(' ');
            return new Touch(
                    new AccountId(UUID.fromString(written.substring(0, space))),
                    Instant.ofEpochMilli(Long.parseLong(written.substring(space + 1))));
        }
    }

    /** Keeps many in one statement; the caller holds the locks of their returns. */
    void keep(Map<ReturnId, Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        var insert = db.insertInto(
                RETURN_DRAFT,
                RETURN_DRAFT.CELL_ID,
                RETURN_DRAFT.RETURN_ID,
                RETURN_DRAFT.FIELDS,
                RETURN_DRAFT.TOUCHED,
                RETURN_DRAFT.SAVED_AT,
                RETURN_DRAFT.ACCOUNT_ID);
        for (var one : drafts.entrySet()) {
            var draft = one.getValue();
            insert = insert.values(
                    one.getKey().cell(),
                    one.getKey().value(),
                    jsonb(draft.fields()),
                    touched(draft.touched()),
                    draft.savedAt(),
                    draft.account());
        }
        insert.onConflict(RETURN_DRAFT.CELL_ID, RETURN_DRAFT.RETURN_ID)
                .doUpdate()
                .set(RETURN_DRAFT.FIELDS, DSL.excluded(RETURN_DRAFT.FIELDS))
                .set(RETURN_DRAFT.TOUCHED, DSL.excluded(RETURN_DRAFT.TOUCHED))
                .set(RETURN_DRAFT.SAVED_AT, DSL.excluded(RETURN_DRAFT.SAVED_AT))
                .set(RETURN_DRAFT.ACCOUNT_ID, DSL.excluded(RETURN_DRAFT.ACCOUNT_ID))
                .execute();
    }

    private JSONB touched(Map<String, Touch> touched) {
        var written = new HashMap<String, String>();
        touched.forEach((field, touch) -> written.put(field, touch.written()));
        return jsonb(written);
    }

    private JSONB jsonb(Map<String, String> texts) {
        return JSONB.valueOf(json.writeValueAsString(texts));
    }

    Optional<Draft> find(ReturnId id) {
        return Optional.ofNullable(find(List.of(id)).get(id.value()));
    }

    /** By the id of the return; returns without a draft are left out. */
    Map<UUID, Draft> find(Collection<ReturnId> ids) {
        return db.selectFrom(RETURN_DRAFT)
                .where(
                        RETURN_DRAFT.CELL_ID.in(
                                ids.stream().map(ReturnId::cell).distinct().toList()),
                        RETURN_DRAFT.RETURN_ID.in(
                                ids.stream().map(ReturnId::value).toList()))
                .fetchMap(RETURN_DRAFT.RETURN_ID, this::draft);
    }

    private Draft draft(Record found) {
        var touched = new HashMap<String, Touch>();
        texts(found.get(RETURN_DRAFT.TOUCHED)).forEach((field, written) -> touched.put(field, Touch.read(written)));
        return new Draft(
                texts(found.get(RETURN_DRAFT.FIELDS)),
                touched,
                found.get(RETURN_DRAFT.SAVED_AT),
                found.get(RETURN_DRAFT.ACCOUNT_ID));
    }

    private Map<String, String> texts(JSONB stored) {
        return json.readValue(stored.data(), TEXTS);
    }

    void forget(ReturnId id) {
        db.deleteFrom(RETURN_DRAFT)
                .where(RETURN_DRAFT.CELL_ID.eq(id.cell()), RETURN_DRAFT.RETURN_ID.eq(id.value()))
                .execute();
    }
}
