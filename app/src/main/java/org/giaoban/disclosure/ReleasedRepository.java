package org.giaoban.disclosure;

import static org.giaoban.disclosure.db.Tables.ITEM;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.UnitId;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What visitors may read: what was released and not taken back, and nothing else. */
@Repository
class ReleasedRepository {

    static final Condition PUBLIC = ITEM.SHOWN.isNotNull().and(ITEM.WITHDRAWN_AT.isNull());
    private static final Field<Integer> YEAR = DSL.extract(ITEM.ON_DAY, org.jooq.DatePart.YEAR);

    private final DSLContext db;
    private final ItemRows rows;

    ReleasedRepository(DSLContext db, ItemRows rows) {
        this.db = db;
        this.rows = rows;
    }

    /** The last row of the page before. */
    record After(LocalDate on, UUID id) {

        static @Nullable After parse(@Nullable String text) {
            return text != null && text.matches("\\d{4}-\\d{2}-\\d{2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    ? new After(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)))
                    : null;
        }
    }

    /** What documents are narrowed to; words are folded, units null for all. */
    record Asked(
            String words,
            @Nullable String sort,
            @Nullable Integer year,
            @Nullable String issuer,
            @Nullable Collection<UnitId> units) {

        /** Everything. */
        static final Asked ANY = new Asked("", null, null, null, null);

        static Asked of(Collection<UnitId> units) {
            return new Asked("", null, null, null, units);
        }
    }

    Optional<Released> find(Kind kind, UUID id) {
        return one(kind, ITEM.ID.eq(id));
    }

    Optional<Released> bySlug(Kind kind, String slug) {
        return one(kind, ITEM.SLUG.eq(slug));
    }

    private Optional<Released> one(Kind kind, Condition which) {
        return db.selectFrom(ITEM).where(of(kind), which).fetchOptional(this::released);
    }

    /** The newest first. */
    List<Released> newest(Kind kind, Asked asked, @Nullable After after, int limit) {
        var behind =
                after == null ? DSL.noCondition() : row(ITEM.ON_DAY, ITEM.ID).lt(row(val(after.on()), val(after.id())));
        return db.selectFrom(ITEM)
                .where(of(kind), matches(asked), behind)
                .orderBy(ITEM.ON_DAY.desc(), ITEM.ID.desc())
                .limit(limit)
                .fetch(this::released);
    }

    /** In the order their editors gave them. */
    List<Released> inOrder(Kind kind, Asked asked, int limit) {
        return db.selectFrom(ITEM)
                .where(of(kind), matches(asked))
                .orderBy(ITEM.POSITION, ITEM.ON_DAY, ITEM.ID)
                .limit(limit)
                .fetch(this::released);
    }

    /** Whether a banner of the unit shows this picture on the day. */
    boolean pictured(UUID picture, UnitId unit, LocalDate day) {
        return db.fetchExists(db.selectOne()
                .from(ITEM)
                .where(of(Kind.BANNER), ITEM.UNIT_ID.eq(unit))
                .and(DSL.field("{0} ->> 'picture'", String.class, ITEM.SHOWN).eq(picture.toString()))
                .and(ITEM.ON_DAY.le(day))
                .and(DSL.coalesce(ITEM.UNTIL_DAY, val(day)).ge(day)));
    }

    /** Work that lies in these days, begun before or not, the earliest first. */
    List<Released> between(List<String> sorts, LocalDate from, LocalDate until, Asked asked, int limit) {
        return db.selectFrom(ITEM)
                .where(of(Kind.WORK), ITEM.SORT.in(sorts), matches(asked))
                .and(ITEM.ON_DAY.lt(until))
                .and(DSL.coalesce(ITEM.UNTIL_DAY, ITEM.ON_DAY).ge(from))
                .orderBy(ITEM.ON_DAY, DSL.field("{0} ->> 'at'", String.class, ITEM.SHOWN), ITEM.ID)
                .limit(limit)
                .fetch(this::released);
    }

    /** Of these kinds what holds every word, the newest first. */
    List<Released> holding(Collection<Kind> kinds, SearchWords words, int limit) {
        return db.selectFrom(ITEM)
                .where(PUBLIC, ITEM.KIND.in(kinds.stream().map(Kind::name).toList()), words.in(ITEM.FOLD))
                .orderBy(ITEM.ON_DAY.desc(), ITEM.ID.desc())
                .limit(limit)
                .fetch(this::released);
    }

    List<String> sorts(Kind kind) {
        return db.selectDistinct(ITEM.SORT)
                .from(ITEM)
                .where(of(kind))
                .orderBy(ITEM.SORT)
                .limit(60)
                .fetch(ITEM.SORT);
    }

    List<String> issuers() {
        return db.selectDistinct(ITEM.ISSUER)
                .from(ITEM)
                .where(of(Kind.PAPER))
                .orderBy(ITEM.ISSUER)
                .limit(200)
                .fetch(ITEM.ISSUER);
    }

    List<Integer> years(Kind kind) {
        return db.selectDistinct(YEAR)
                .from(ITEM)
                .where(of(kind))
                .orderBy(YEAR.desc())
                .limit(120)
                .fetch(YEAR);
    }

    /** Units whose place on the site was taken back, and stays so whatever they came from. */
    List<UnitId> closedSites(Collection<UnitId> units) {
        return db.selectDistinct(ITEM.UNIT_ID)
                .from(ITEM)
                .where(ITEM.KIND.eq(inline(Kind.SITE.name())), ITEM.WITHDRAWN_AT.isNotNull())
                .and(ITEM.UNIT_ID.in(units))
                .fetch(ITEM.UNIT_ID);
    }

    private static Condition of(Kind kind) {
        return PUBLIC.and(ITEM.KIND.eq(inline(kind.name())));
    }

    private static Condition matches(Asked asked) {
        var condition = asked.units() == null ? DSL.noCondition() : ITEM.UNIT_ID.in(asked.units());
        if (!asked.words().isBlank()) {
            condition = condition.and(SearchWords.of(asked.words()).in(ITEM.FOLD));
        }
        if (asked.sort() != null) {
            condition = condition.and(ITEM.SORT.eq(asked.sort()));
        }
        if (asked.issuer() != null) {
            condition = condition.and(ITEM.ISSUER.eq(asked.issuer()));
        }
        if (asked.year() != null) {
            var first = LocalDate.of(asked.year(), 1, 1);
            condition = condition.and(ITEM.ON_DAY.ge(first)).and(ITEM.ON_DAY.lt(first.plusYears(1)));
        }
        return condition;
    }

    private Released released(Record row) {
        return new Released(
                row.get(ITEM.ID),
                row.get(ITEM.UNIT_ID),
                Kind.valueOf(row.get(ITEM.KIND)),
                row.get(ITEM.SOURCE_ID),
                Objects.requireNonNull(rows.facts(row.get(ITEM.SHOWN))),
                row.get(ITEM.SORT),
                row.get(ITEM.SLUG),
                row.get(ITEM.ON_DAY),
                row.get(ITEM.UNTIL_DAY),
                row.get(ITEM.RELEASED_AT));
    }
}
