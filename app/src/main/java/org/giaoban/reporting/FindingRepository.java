package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.RETURN_FINDING;
import static org.giaoban.reporting.db.Tables.RETURN_VALUE;
import static org.giaoban.reporting.db.Tables.UNIT_RETURN;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.case_;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class FindingRepository {

    private static final int MOST = 200;

    private final DSLContext db;
    private final JsonMapper json;

    FindingRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A finding of one unit's return with the unit's explanation. */
    record OfUnit(
            UnitId unit,
            String period,
            String form,
            Found found,
            @Nullable String reason) {}

    List<Found> of(ReturnId id) {
        return db.selectFrom(RETURN_FINDING)
                .where(RETURN_FINDING.CELL_ID.eq(id.cell()), RETURN_FINDING.RETURN_ID.eq(id.value()))
                .orderBy(RETURN_FINDING.ORDINAL)
                .limit(MOST)
                .fetch(this::found);
    }

    private Found found(Record row) {
        return new Found(
                row.get(RETURN_FINDING.RULE),
                Severity.valueOf(row.get(RETURN_FINDING.SEVERITY)),
                row.get(RETURN_FINDING.TITLE),
                row.get(RETURN_FINDING.INDICATOR),
                row.get(RETURN_FINDING.SENTENCE),
                json.readValue(row.get(RETURN_FINDING.ARGUMENTS).data(), new TypeReference<List<String>>() {}),
                row.get(RETURN_FINDING.PLACE));
    }

    /** Findings of the sent returns of these units, blocking first. */
    List<OfUnit> ofSent(Collection<UnitId> units, Form form, String period) {
        var bySeverity = case_(RETURN_FINDING.SEVERITY)
                .when("BLOCKING", 0)
                .when("REASON", 1)
                .otherwise(2);
        return db.select(UNIT_RETURN.UNIT_ID, UNIT_RETURN.PERIOD, UNIT_RETURN.FORM)
                .select(RETURN_FINDING.fields())
                .select(RETURN_VALUE.REASON)
                .from(UNIT_RETURN)
                .join(RETURN_FINDING)
                .on(RETURN_FINDING.CELL_ID.eq(UNIT_RETURN.CELL_ID), RETURN_FINDING.RETURN_ID.eq(UNIT_RETURN.ID))
                .leftJoin(RETURN_VALUE)
                .on(
                        RETURN_VALUE.CELL_ID.eq(UNIT_RETURN.CELL_ID),
                        RETURN_VALUE.RETURN_ID.eq(UNIT_RETURN.ID),
                        RETURN_VALUE.VERSION.eq(UNIT_RETURN.VERSION),
                        RETURN_VALUE.INDICATOR.eq(RETURN_FINDING.INDICATOR))
                .where(
                        UNIT_RETURN.UNIT_ID.eq(any(units.toArray(UnitId[]::new))),
                        UNIT_RETURN.FORM.eq(form.code()),
                        UNIT_RETURN.PERIOD.eq(period),
                        UNIT_RETURN.STATE.in(ReturnState.SUBMITTED.name(), ReturnState.ACCEPTED.name()))
                .orderBy(bySeverity, UNIT_RETURN.UNIT_ID, RETURN_FINDING.ORDINAL)
                .limit(MOST)
                .fetch(row -> new OfUnit(
                        row.get(UNIT_RETURN.UNIT_ID),
                        row.get(UNIT_RETURN.PERIOD),
                        row.get(UNIT_RETURN.FORM),
                        found(row),
                        row.get(RETURN_VALUE.REASON)));
    }

    /** How many findings each return has, not counting notes. */
    Map<UUID, Integer> counts(Collection<UUID> returns) {
        return db.select(RETURN_FINDING.RETURN_ID, DSL.count())
                .from(RETURN_FINDING)
                .where(
                        RETURN_FINDING.RETURN_ID.eq(any(returns.toArray(UUID[]::new))),
                        RETURN_FINDING.SEVERITY.ne(Severity.NOTE.name()))
                .groupBy(RETURN_FINDING.RETURN_ID)
                .fetchMap(RETURN_FINDING.RETURN_ID, DSL.count());
    }
}
