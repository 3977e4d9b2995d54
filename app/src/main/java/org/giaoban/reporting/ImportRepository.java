package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.IMPORT_RUN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportRepository {

    private final DSLContext db;
    private final JsonMapper json;

    ImportRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void insert(ImportResult result, AccountId account, Instant now) {
        db.insertInto(IMPORT_RUN)
                .set(IMPORT_RUN.ID, result.id())
                .set(IMPORT_RUN.ACCOUNT_ID, account)
                .set(IMPORT_RUN.STARTED_AT, now)
                .set(IMPORT_RUN.OUTCOMES, JSONB.valueOf(json.writeValueAsString(result.files())))
                .execute();
    }

    Optional<ImportResult> find(UUID id, AccountId account) {
        return db.select(IMPORT_RUN.OUTCOMES)
                .from(IMPORT_RUN)
                .where(IMPORT_RUN.ID.eq(id), IMPORT_RUN.ACCOUNT_ID.eq(account))
                .fetchOptional(found -> new ImportResult(
                        id, json.readValue(found.value1().data(), new TypeReference<List<FileOutcome>>() {})));
    }
}
