package org.giaoban.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.giaoban.platform.FixedStatements;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Looks for published articles. The newest that hold every word are found in the index, those with the words in the headline apart
 * from the others, and then put in the order of how well they fit. The months of the newest thousand articles are asked first, then
 * those of the newest ten thousand, then all, until there are enough: a word that stands in every article costs no more than a
 * rare one.
 */
@Repository
class ArticleFinder {

    /** Without this the planner may read every text instead of the index when it expects many hits. */
    private static final String BY_INDEX = "set local enable_seqscan = off";

    /** The sums after "interval" keep the planner from walking through all articles by date in the hope of early hits. */
    private static final String WINDOW = """
            , %1$s_%2$s as materialized (
                select article_id, published_at from portal.shelf
                where (%1$s || portal.month_mark(published_at)) @@ (select %2$s from query) and %3$s < 150
                    and ((select language is null from asked) or language = (select language from asked))
                    and ((select category is null from asked) or category = (select category from asked))
                    and published_at + interval '0' >= (select begins from asked)
                    and published_at + interval '0' < (select ends from asked)
                order by published_at + interval '0' desc limit 150)""";

    private static final String FIND = """
            with asked as materialized (
                select ?::text as language, ?::text as category, ?::timestamptz as begins, ?::timestamptz as ends,
                    plainto_tsquery('simple', ?) as words, phraseto_tsquery('simple', ?) as phrase, ?::timestamptz as now),
            query as materialized (
                select words && portal.months((
                        select published_at from portal.shelf where published_at < least(ends, now)
                        order by published_at desc offset 1000 limit 1), least(ends, now)) as near,
                    words && portal.months((
                        select published_at from portal.shelf where published_at < least(ends, now)
                        order by published_at desc offset 10000 limit 1), least(ends, now)) as far,
                    words as ever
                from asked)
            %s,
            hit as (
                select *, 1 as headline from title_near union all select *, 1 from title_far union all select *, 1 from title_ever
                union all
                select *, 0 from words_near union all select *, 0 from words_far union all select *, 0 from words_ever),
            once as (select article_id, max(published_at) as published_at, max(headline) as headline from hit group by article_id)
            select o.article_id
            from once o join portal.shelf s on s.article_id = o.article_id
                join portal.version v on v.article_id = o.article_id and v.state = 'PUBLISHED', asked
            order by 2 * o.headline
                + 2 * (s.title @@ asked.phrase)::int
                + 3 * (position(?::text in lower(v.title)) > 0)::int
                + (position(?::text in lower(v.lead)) > 0)::int
                + 2 * ts_rank_cd(s.words, asked.words, 1)
                + 1 / (1 + extract(epoch from asked.now - o.published_at) / 31557600) desc,
                o.published_at desc, o.article_id
            limit ? offset ?""".formatted(windows("title") + windows("words"));

    private final FixedStatements statements;

    ArticleFinder(FixedStatements statements) {
        this.statements = statements;
    }

    private static String windows(String column) {
        var near = "(select count(*) from %s_near)".formatted(column);
        var far = "(select count(*) from %s_far)".formatted(column);
        return WINDOW.formatted(column, "near", "0")
                + WINDOW.formatted(column, "far", near)
                + WINDOW.formatted(column, "ever", "greatest(%s, %s)".formatted(near, far));
    }

    /** Best first; to be called in a transaction. */
    List<UUID> find(ArticleQuery query, @Nullable String language, Instant now, int limit) {
        var folded = query.folded();
        var typed = query.typed().toLowerCase(Locale.ROOT);
        var from = start(query.from(), LocalDate.of(1900, 1, 1));
        var until = start(query.until(), LocalDate.of(2999, 1, 1), 1);
        statements.execute(BY_INDEX);
        var found = statements.query(
                FIND,
                (row, number) -> row.getObject(1, UUID.class),
                language,
                query.category(),
                from,
                until,
                folded,
                folded,
                now,
                typed,
                typed,
                limit,
                (query.page() - 1) * ArticleQuery.PAGE);
        statements.execute("set local enable_seqscan = on");
        return found;
    }

    private static Instant start(@Nullable LocalDate day, LocalDate otherwise) {
        return start(day, otherwise, 0);
    }

    private static Instant start(@Nullable LocalDate day, LocalDate otherwise, int later) {
        return (day == null ? otherwise : day)
                .plusDays(later)
                .atStartOfDay(Zone.ID)
                .toInstant();
    }
}
