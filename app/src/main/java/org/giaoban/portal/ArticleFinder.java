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
 * Looks for published articles. All that hold every word are found in the index; the newest of them, those with the words in the
 * headline apart from the others, are then put in the order of how well they fit, so that a word that stands in every article
 * costs no more than a rare one.
 */
@Repository
class ArticleFinder {

    /** Without this the planner may read every text instead of the index when it expects many hits. */
    private static final String BY_INDEX = "set local enable_seqscan = off";

    private static final String WHERE = """
            (?::text is null or language = ?) and (?::text is null or category = ?)
                and published_at >= ? and published_at < ?""";

    /** The sum after "order by" keeps the planner from walking through all articles by date in the hope of early hits. */
    private static final String FIND = """
            with q as materialized (select plainto_tsquery('simple', ?) as words, phraseto_tsquery('simple', ?) as phrase),
            hit as (
                (select article_id, published_at, 1 as headline from portal.shelf
                 where title @@ (select words from q) and %1$s
                 order by published_at + interval '0' desc limit 150)
                union all
                (select article_id, published_at, 0 from portal.shelf
                 where words @@ (select words from q) and %1$s
                 order by published_at + interval '0' desc limit 150)),
            once as (select article_id, max(published_at) as published_at, max(headline) as headline from hit group by article_id)
            select o.article_id
            from once o join portal.shelf s on s.article_id = o.article_id
                join portal.version v on v.article_id = o.article_id and v.state = 'PUBLISHED', q
            order by 2 * o.headline
                + 2 * (s.title @@ q.phrase)::int
                + 3 * (position(?::text in lower(v.title)) > 0)::int
                + (position(?::text in lower(v.lead)) > 0)::int
                + 2 * ts_rank_cd(s.words, q.words, 1)
                + 1 / (1 + extract(epoch from ?::timestamptz - o.published_at) / 31557600) desc,
                o.published_at desc, o.article_id
            limit ? offset ?""".formatted(WHERE);

    private final FixedStatements statements;

    ArticleFinder(FixedStatements statements) {
        this.statements = statements;
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
                folded,
                folded,
                language,
                language,
                query.category(),
                query.category(),
                from,
                until,
                language,
                language,
                query.category(),
                query.category(),
                from,
                until,
                typed,
                typed,
                now,
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
