package org.giaoban.evaluation;

import static org.giaoban.evaluation.db.Tables.SHEET;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record5;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The versions of score sheets; they are added and read, never changed. */
@Repository
class ScoreSheetRepository {

    private static final int MOST = 1_000;

    private final DSLContext db;
    private final JsonMapper json;

    ScoreSheetRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** What a version is known by, and who made it. */
    record Made(String code, @Nullable UnitId owner, LocalDate from, String by, Instant at) {}

    /** Adds a version that is not there yet; false when there is one from that day. */
    boolean add(Made made, Object body) {
        return db.insertInto(SHEET)
                        .set(SHEET.ID, Uuid7.next())
                        .set(SHEET.CODE, made.code())
                        .set(SHEET.OWNER_UNIT_ID, made.owner())
                        .set(SHEET.VALID_FROM, made.from())
                        .set(SHEET.BODY, JSONB.valueOf(json.writeValueAsString(body)))
                        .set(SHEET.MADE_BY, made.by())
                        .set(SHEET.MADE_AT, made.at())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Sheet.Body body(Object definition) {
        return json.convertValue(definition, Sheet.Body.class);
    }

    /** Every version, by code and owner, the earliest first. */
    List<Sheet> all() {
        return db.select(SHEET.ID, SHEET.CODE, SHEET.OWNER_UNIT_ID, SHEET.VALID_FROM, SHEET.BODY)
                .from(SHEET)
                .orderBy(SHEET.CODE, SHEET.OWNER_UNIT_ID.asc().nullsFirst(), SHEET.VALID_FROM)
                .limit(MOST)
                .fetch(this::sheet);
    }

    Optional<Sheet> find(UUID id) {
        return db.select(SHEET.ID, SHEET.CODE, SHEET.OWNER_UNIT_ID, SHEET.VALID_FROM, SHEET.BODY)
                .from(SHEET)
                .where(SHEET.ID.eq(id))
                .fetchOptional(this::sheet);
    }

    private Sheet sheet(Record5<UUID, String, UnitId, LocalDate, JSONB> row) {
        return new Sheet(
                row.value1(),
                row.value2(),
                row.value3(),
                row.value4(),
                json.readValue(row.value5().data(), Sheet.Body.class));
    }
}
