package org.giaoban.disclosure;

import static org.giaoban.disclosure.db.Tables.ITEM;
import static org.jooq.impl.DSL.arrayAppend;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.portal.RichText;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is prepared and released, for those who prepare and release it. */
@Repository
class ItemRepository {

    /** So much of a page is looked through. */
    private static final int LONGEST = 60_000;

    private final DSLContext db;
    private final ItemRows rows;

    ItemRepository(DSLContext db, ItemRows rows) {
        this.db = db;
        this.rows = rows;
    }

    void insert(Item item, Viewer by, Instant at) {
        var draft = item.facts();
        db.insertInto(ITEM)
                .set(ITEM.ID, item.id())
                .set(ITEM.UNIT_ID, item.unit())
                .set(ITEM.KIND, item.kind().name())
                .set(ITEM.SOURCE_ID, item.source())
                .set(ITEM.DRAFT, rows.jsonb(draft))
                .set(ITEM.DRAFT_TITLE, cut(draft.text("title"), 500))
                .set(ITEM.DRAFT_HANDS, new UUID[] {by.account().value()})
                .set(ITEM.ON_DAY, java.time.LocalDate.ofInstant(at, org.giaoban.platform.Zone.ID))
                .set(ITEM.PREPARED_BY, cut(by.name(), 120))
                .set(ITEM.PREPARED_AT, at)
                .execute();
    }

    boolean any(UnitId unit) {
        return db.fetchExists(db.selectOne().from(ITEM).where(ITEM.UNIT_ID.eq(unit)));
    }

    Optional<Item> find(UUID id) {
        return db.selectFrom(ITEM).where(ITEM.ID.eq(id)).fetchOptional(rows::item);
    }

    Optional<Item> lock(UUID id) {
        return db.selectFrom(ITEM).where(ITEM.ID.eq(id)).forUpdate().fetchOptional(rows::item);
    }

    /** False when somebody else changed it since. */
    boolean draft(UUID id, int revision, @Nullable UUID source, Facts facts, Viewer by, Instant at) {
        var hand = by.account().value();
        return db.update(ITEM)
                        .set(ITEM.DRAFT, rows.jsonb(facts))
                        .set(ITEM.DRAFT_TITLE, cut(facts.text("title"), 500))
                        .set(ITEM.SOURCE_ID, source)
                        .set(
                                ITEM.DRAFT_HANDS,
                                when(val(hand).eq(DSL.any(ITEM.DRAFT_HANDS)), ITEM.DRAFT_HANDS)
                                        .otherwise(arrayAppend(ITEM.DRAFT_HANDS, val(hand))))
                        .set(ITEM.PREPARED_BY, cut(by.name(), 120))
                        .set(ITEM.PREPARED_AT, at)
                        .set(ITEM.REVISION, ITEM.REVISION.plus(1))
                        .where(ITEM.ID.eq(id), ITEM.REVISION.eq(revision), ITEM.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    void release(Item item, Viewer by, Instant at) {
        var facts = item.facts();
        var today = java.time.LocalDate.ofInstant(at, org.giaoban.platform.Zone.ID);
        var on = facts.day("onDay");
        db.update(ITEM)
                .set(ITEM.SHOWN, rows.jsonb(facts))
                .setNull(ITEM.DRAFT)
                .set(ITEM.TITLE, cut(facts.text("title"), 500))
                .set(ITEM.SORT, cut(facts.text("sort"), 80))
                .set(ITEM.ISSUER, cut(facts.text("issuer"), 200))
                .set(ITEM.SLUG, facts.has("slug") ? facts.text("slug") : null)
                .set(ITEM.POSITION, facts.position())
                .set(ITEM.ON_DAY, on == null ? today : on)
                .set(ITEM.UNTIL_DAY, facts.day("untilDay"))
                .set(ITEM.FOLD, folded(facts))
                .set(ITEM.SHOWN_HANDS, ITEM.DRAFT_HANDS)
                .set(ITEM.DRAFT_HANDS, new UUID[0])
                .set(ITEM.RELEASED_ACCOUNT, by.account().value())
                .set(ITEM.RELEASED_BY, cut(by.name(), 120))
                .set(ITEM.RELEASED_AT, at)
                .set(ITEM.REVISION, ITEM.REVISION.plus(1))
                .where(ITEM.ID.eq(item.id()))
                .execute();
    }

    /** Which of these pictures a banner shows, has shown or is to show. */
    Set<UUID> pictured(Collection<UUID> pictures) {
        var wanted = pictures.stream().map(UUID::toString).toList();
        var drafted = field("{0} ->> 'picture'", String.class, ITEM.DRAFT);
        var shown = field("{0} ->> 'picture'", String.class, ITEM.SHOWN);
        var banners = ITEM.KIND.eq(Kind.BANNER.name());
        return db.select(drafted)
                .from(ITEM)
                .where(banners, drafted.in(wanted))
                .union(db.select(shown).from(ITEM).where(banners, shown.in(wanted)))
                .fetchSet(found -> UUID.fromString(found.value1()));
    }

    void withdraw(UUID id, String why, Instant at) {
        db.update(ITEM)
                .set(ITEM.WITHDRAWN_AT, at)
                .set(ITEM.WITHDRAWN_WHY, why)
                .set(ITEM.REVISION, ITEM.REVISION.plus(1))
                .where(ITEM.ID.eq(id))
                .execute();
    }

    private static String folded(Facts facts) {
        var words = Stream.of(
                        "symbol", "title", "titleEn", "issuer", "place", "host", "note", "noteEn", "result", "body",
                        "bodyEn")
                .map(facts::text)
                .map(RichText::plain)
                .collect(Collectors.joining(" "));
        return VietnameseText.fold(cut(words, LONGEST));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
