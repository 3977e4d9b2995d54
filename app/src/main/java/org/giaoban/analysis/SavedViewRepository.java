package org.giaoban.analysis;

import static org.giaoban.analysis.db.Tables.SAVED_VIEW;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/** The views people keep. */
@Repository
class SavedViewRepository {

    private static final int MOST = 200;

    private final DSLContext db;

    SavedViewRepository(DSLContext db) {
        this.db = db;
    }

    /** The view's id: a new one, or that of the view of the same name it replaces. */
    UUID save(SavedView view) {
        return db.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.ID, view.id())
                .set(SAVED_VIEW.UNIT_ID, view.unit())
                .set(SAVED_VIEW.OWNER_ACCOUNT_ID, view.owner())
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.ADDRESS, view.address())
                .set(SAVED_VIEW.SHARED, view.shared())
                .set(SAVED_VIEW.SAVED_AT, view.savedAt())
                .onConflictOnConstraint(org.giaoban.analysis.db.Keys.SAVED_VIEW_ONCE)
                .doUpdate()
                .set(SAVED_VIEW.ADDRESS, view.address())
                .set(SAVED_VIEW.SHARED, view.shared())
                .set(SAVED_VIEW.SAVED_AT, view.savedAt())
                .returningResult(SAVED_VIEW.ID)
                .fetchSingle(SAVED_VIEW.ID);
    }

    Optional<SavedView> find(UUID id) {
        return db.select(FIELDS).from(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id)).fetchOptional(SavedViewRepository::view);
    }

    /** One's own, and what others share of units in the scope; the newest first. */
    List<SavedView> of(AccountId owner, Scope scope) {
        return db.select(FIELDS)
                .from(SAVED_VIEW)
                .where(SAVED_VIEW
                        .OWNER_ACCOUNT_ID
                        .eq(owner)
                        .or(SAVED_VIEW.SHARED.isTrue().and(scope.condition(SAVED_VIEW.UNIT_ID))))
                .orderBy(SAVED_VIEW.SAVED_AT.desc(), SAVED_VIEW.ID)
                .limit(MOST)
                .fetch(SavedViewRepository::view);
    }

    void delete(UUID id, AccountId owner) {
        db.deleteFrom(SAVED_VIEW)
                .where(SAVED_VIEW.ID.eq(id), SAVED_VIEW.OWNER_ACCOUNT_ID.eq(owner))
                .execute();
    }

    private static final List<SelectField<?>> FIELDS = List.of(
            SAVED_VIEW.ID,
            SAVED_VIEW.UNIT_ID,
            SAVED_VIEW.OWNER_ACCOUNT_ID,
            SAVED_VIEW.NAME,
            SAVED_VIEW.ADDRESS,
            SAVED_VIEW.SHARED,
            SAVED_VIEW.SAVED_AT);

    private static SavedView view(Record row) {
        return new SavedView(
                row.get(SAVED_VIEW.ID),
                row.get(SAVED_VIEW.UNIT_ID),
                row.get(SAVED_VIEW.OWNER_ACCOUNT_ID),
                row.get(SAVED_VIEW.NAME),
                row.get(SAVED_VIEW.ADDRESS),
                row.get(SAVED_VIEW.SHARED),
                row.get(SAVED_VIEW.SAVED_AT));
    }
}
