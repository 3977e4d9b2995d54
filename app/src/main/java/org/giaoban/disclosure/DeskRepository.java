package org.giaoban.disclosure;

import static org.giaoban.disclosure.db.Tables.ITEM;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Lists of what is prepared and released, for those who do it. */
@Repository
class DeskRepository {

    private final DSLContext db;
    private final ItemRows rows;

    DeskRepository(DSLContext db, ItemRows rows) {
        this.db = db;
        this.rows = rows;
    }

    List<Item> list(DeskFilter filter, int limit) {
        return db.selectFrom(ITEM)
                .where(matches(filter))
                .orderBy(ITEM.ID.desc())
                .limit(limit)
                .fetch(rows::item);
    }

    int count(DeskFilter filter) {
        return db.fetchCount(ITEM, matches(filter));
    }

    private static Condition matches(DeskFilter filter) {
        var condition =
                filter.writing().condition(ITEM.UNIT_ID).or(filter.approving().condition(ITEM.UNIT_ID));
        if (filter.kind() != null) {
            condition = condition.and(ITEM.KIND.eq(filter.kind().name()));
        }
        if (filter.state() != null) {
            condition = condition.and(is(filter.state()));
        }
        if (!filter.words().isEmpty()) {
            condition = condition.and(SearchWords.of(filter.words())
                    .in(DSL.function(
                            "platform.vn_fold", String.class, ITEM.DRAFT_TITLE.concat(inline(" "), ITEM.TITLE))));
        }
        if (filter.notBy() != null) {
            condition = condition
                    .and(ITEM.DRAFT.isNotNull())
                    .and(ITEM.WITHDRAWN_AT.isNull())
                    .and(val(filter.notBy()).ne(DSL.all(ITEM.DRAFT_HANDS)));
        }
        return filter.after() == null ? condition : condition.and(ITEM.ID.lt(filter.after()));
    }

    private static Condition is(Item.State state) {
        return switch (state) {
            case DRAFT -> ITEM.SHOWN.isNull().and(ITEM.WITHDRAWN_AT.isNull());
            case PUBLIC -> ITEM.SHOWN.isNotNull().and(ITEM.WITHDRAWN_AT.isNull());
            case CHANGED -> ITEM.DRAFT.isNotNull().and(ITEM.SHOWN.isNotNull()).and(ITEM.WITHDRAWN_AT.isNull());
            case WITHDRAWN -> ITEM.WITHDRAWN_AT.isNotNull();
        };
    }

    /** What these were taken from, so that nothing is offered twice. */
    List<UUID> taken(Kind kind, List<UUID> sources) {
        return sources.isEmpty()
                ? List.of()
                : db.select(ITEM.SOURCE_ID)
                        .from(ITEM)
                        .where(ITEM.KIND.eq(inline(kind.name())), ITEM.SOURCE_ID.in(sources))
                        .and(ITEM.WITHDRAWN_AT.isNull())
                        .fetch(ITEM.SOURCE_ID);
    }
}
