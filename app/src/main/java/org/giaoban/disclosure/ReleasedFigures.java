package org.giaoban.disclosure;

import static org.giaoban.disclosure.db.Tables.ITEM;
import static org.giaoban.disclosure.db.Tables.RELEASED_FIGURE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which frozen figures a released series shows. */
@Repository
class ReleasedFigures {

    private final DSLContext db;

    ReleasedFigures(DSLContext db) {
        this.db = db;
    }

    /** The frozen figures of a series, in the order of their periods. */
    void replace(UUID item, List<UUID> figures) {
        db.deleteFrom(RELEASED_FIGURE).where(RELEASED_FIGURE.ITEM_ID.eq(item)).execute();
        db.batch(IntStream.range(0, figures.size())
                        .mapToObj(at -> db.insertInto(RELEASED_FIGURE)
                                .set(RELEASED_FIGURE.ITEM_ID, item)
                                .set(RELEASED_FIGURE.POSITION, (short) at)
                                .set(RELEASED_FIGURE.FIGURE_ID, figures.get(at)))
                        .toList())
                .execute();
    }

    /** The frozen figures of a released series, in the order of their periods. */
    List<UUID> of(UUID item) {
        return db.select(RELEASED_FIGURE.FIGURE_ID)
                .from(RELEASED_FIGURE)
                .where(RELEASED_FIGURE.ITEM_ID.eq(item))
                .orderBy(RELEASED_FIGURE.POSITION)
                .fetch(RELEASED_FIGURE.FIGURE_ID);
    }

    /** The figure of the last period of each of these series. */
    Map<UUID, UUID> last(Collection<UUID> items) {
        return db.select(RELEASED_FIGURE.ITEM_ID, RELEASED_FIGURE.FIGURE_ID)
                .distinctOn(RELEASED_FIGURE.ITEM_ID)
                .from(RELEASED_FIGURE)
                .where(RELEASED_FIGURE.ITEM_ID.in(items))
                .orderBy(RELEASED_FIGURE.ITEM_ID, RELEASED_FIGURE.POSITION.desc())
                .fetchMap(RELEASED_FIGURE.ITEM_ID, RELEASED_FIGURE.FIGURE_ID);
    }

    boolean shows(UUID figure) {
        return db.fetchExists(db.selectOne()
                .from(RELEASED_FIGURE)
                .join(ITEM)
                .on(ITEM.ID.eq(RELEASED_FIGURE.ITEM_ID), ReleasedRepository.PUBLIC)
                .where(RELEASED_FIGURE.FIGURE_ID.eq(figure)));
    }
}
