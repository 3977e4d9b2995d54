package org.giaoban.reporting;

import static org.giaoban.reporting.db.Tables.ACTING;
import static org.giaoban.reporting.db.Tables.UNIT_RETURN;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Delegations.InPlaceOf;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** In whose place decisions were taken. */
@Repository
class ActingRepository {

    private final DSLContext db;

    ActingRepository(DSLContext db) {
        this.db = db;
    }

    void insert(ReturnRow decided, InPlaceOf place) {
        db.insertInto(ACTING)
                .set(ACTING.CELL_ID, decided.id().cell())
                .set(ACTING.RETURN_ID, decided.id().value())
                .set(ACTING.DECIDED_AT, decided.decidedAt())
                .set(ACTING.GIVER_ACCOUNT_ID, place.giver())
                .set(ACTING.DELEGATION_ID, place.delegation())
                .execute();
    }

    /** By return, in whose place its present decision was taken. */
    Map<UUID, AccountId> givers(Collection<ReturnRow> rows) {
        var decided = rows.stream()
                .filter(row -> row.decider() != null)
                .map(row -> row.id().value())
                .toList();
        if (decided.isEmpty()) {
            return Map.of();
        }
        return db.select(ACTING.RETURN_ID, ACTING.GIVER_ACCOUNT_ID)
                .from(ACTING)
                .join(UNIT_RETURN)
                .on(
                        UNIT_RETURN.CELL_ID.eq(ACTING.CELL_ID),
                        UNIT_RETURN.ID.eq(ACTING.RETURN_ID),
                        UNIT_RETURN.DECIDED_AT.eq(ACTING.DECIDED_AT))
                .where(ACTING.RETURN_ID.in(decided))
                .fetchMap(ACTING.RETURN_ID, ACTING.GIVER_ACCOUNT_ID);
    }
}
