package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.FIGURE_WALK;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The figures that public texts print, in the order in which they are gone through. */
@Repository
class FigureWalkRepository {

    private final DSLContext db;

    FigureWalkRepository(DSLContext db) {
        this.db = db;
    }

    /** A figure as one public text prints it. */
    record Use(UUID article, UUID figure) {}

    /** The next ones behind a place; from the first on without one. */
    List<Use> after(@Nullable Use last, int most) {
        var behind = last == null
                ? noCondition()
                : row(VERSION.ARTICLE_ID, FIGURE_USE.FIGURE_ID).gt(last.article(), last.figure());
        return printed()
                .and(behind)
                .orderBy(VERSION.ARTICLE_ID, FIGURE_USE.FIGURE_ID)
                .limit(most)
                .fetch(found -> new Use(found.value1(), found.value2()));
    }

    /** Those of the articles begun last. */
    List<Use> newest(int most) {
        return printed()
                .orderBy(VERSION.ARTICLE_ID.desc(), FIGURE_USE.FIGURE_ID.desc())
                .limit(most)
                .fetch(found -> new Use(found.value1(), found.value2()));
    }

    private SelectConditionStep<Record2<UUID, UUID>> printed() {
        return db.select(VERSION.ARTICLE_ID, FIGURE_USE.FIGURE_ID)
                .from(VERSION)
                .join(FIGURE_USE)
                .on(FIGURE_USE.VERSION_ID.eq(VERSION.ID))
                .where(PublicRepository.PUBLIC);
    }

    /** Writes down which of the figures moved and which did not; rows that say so already stay untouched. */
    void mark(Collection<UUID> moved, Collection<UUID> still) {
        set(true, moved, FIGURE_USE.MOVED.isFalse());
        set(false, still, FIGURE_USE.MOVED.isTrue());
    }

    private void set(boolean moves, Collection<UUID> figures, Condition otherwise) {
        if (!figures.isEmpty()) {
            db.update(FIGURE_USE)
                    .set(FIGURE_USE.MOVED, moves)
                    .where(FIGURE_USE.FIGURE_ID.eq(any(figures.toArray(UUID[]::new))), otherwise)
                    .execute();
        }
    }

    /** Texts that are public no more have nothing to be corrected. */
    void forgetReplaced() {
        db.update(FIGURE_USE)
                .set(FIGURE_USE.MOVED, false)
                .where(FIGURE_USE.MOVED.isTrue())
                .andNotExists(db.selectOne()
                        .from(VERSION)
                        .where(VERSION.ID.eq(FIGURE_USE.VERSION_ID), PublicRepository.PUBLIC))
                .execute();
    }

    Optional<Use> place() {
        return db.select(row(FIGURE_WALK.ARTICLE_ID, FIGURE_WALK.FIGURE_ID).mapping(Use::new))
                .from(FIGURE_WALK)
                .fetchOptional(Record1::value1);
    }

    void come(Use place) {
        db.insertInto(FIGURE_WALK)
                .set(FIGURE_WALK.ARTICLE_ID, place.article())
                .set(FIGURE_WALK.FIGURE_ID, place.figure())
                .onConflict(FIGURE_WALK.ONLY_ONE)
                .doUpdate()
                .set(FIGURE_WALK.ARTICLE_ID, place.article())
                .set(FIGURE_WALK.FIGURE_ID, place.figure())
                .execute();
    }

    void beginAgain() {
        db.deleteFrom(FIGURE_WALK).execute();
    }
}
