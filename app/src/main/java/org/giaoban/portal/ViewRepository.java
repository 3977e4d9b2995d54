package org.giaoban.portal;

import static java.util.Objects.requireNonNull;
import static org.giaoban.portal.db.Tables.VIEW_COUNT;
import static org.giaoban.portal.db.Tables.VIEW_KEY;
import static org.giaoban.portal.db.Tables.VIEW_SEEN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.platform.FixedStatements;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counts of readings and, for a short while, who has been counted. */
@Repository
class ViewRepository {

    /** In the order of articles, so that two servers never wait for each other. */
    private static final String COUNT = """
            with fresh as (
                insert into portal.view_seen (article_id, visitor, slot)
                select * from unnest(?::uuid[], ?::bytea[], ?::bigint[]) as t (article_id, visitor, slot)
                where exists (select from portal.article a where a.id = t.article_id)
                order by 1, 2, 3
                on conflict do nothing
                returning article_id),
            read as (select article_id, count(*) as times from fresh group by article_id order by article_id)
            insert into portal.view_count (article_id, views)
            select article_id, times from read
            on conflict (article_id) do update set views = view_count.views + excluded.views
            returning article_id, views""";

    private final DSLContext db;
    private final FixedStatements statements;

    ViewRepository(DSLContext db, FixedStatements statements) {
        this.db = db;
        this.statements = statements;
    }

    /** Counts those who were not counted in their interval yet, and gives the new totals; two at once meet at the primary key. */
    @Transactional
    public Map<UUID, Long> count(List<Views.Sighting> sightings) {
        return statements
                .query(
                        COUNT,
                        (row, number) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        sightings.stream().map(Views.Sighting::article).toArray(UUID[]::new),
                        sightings.stream().map(Views.Sighting::visitor).toArray(byte[][]::new),
                        sightings.stream().map(Views.Sighting::slot).toArray(Long[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional(readOnly = true)
    public long total(UUID article) {
        return db.select(VIEW_COUNT.VIEWS)
                .from(VIEW_COUNT)
                .where(VIEW_COUNT.ARTICLE_ID.eq(article))
                .fetchOptional(VIEW_COUNT.VIEWS)
                .orElse(0L);
    }

    void start(ArticleId article, long views) {
        db.insertInto(VIEW_COUNT)
                .set(VIEW_COUNT.ARTICLE_ID, article.value())
                .set(VIEW_COUNT.VIEWS, views)
                .onConflictDoNothing()
                .execute();
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> key(LocalDate day) {
        return db.select(VIEW_KEY.KEY)
                .from(VIEW_KEY)
                .where(VIEW_KEY.DAY.eq(day))
                .fetchOptional(VIEW_KEY.KEY);
    }

    /** The day's key: this one, or the one that was there first. */
    @Transactional
    public byte[] keep(LocalDate day, byte[] key) {
        db.insertInto(VIEW_KEY)
                .set(VIEW_KEY.DAY, day)
                .set(VIEW_KEY.KEY, key)
                .onConflictDoNothing()
                .execute();
        return requireNonNull(db.select(VIEW_KEY.KEY)
                .from(VIEW_KEY)
                .where(VIEW_KEY.DAY.eq(day))
                .fetchOne(VIEW_KEY.KEY));
    }

    @Transactional
    public int forget(long beforeSlot, LocalDate today) {
        db.deleteFrom(VIEW_KEY).where(VIEW_KEY.DAY.lt(today)).execute();
        return db.deleteFrom(VIEW_SEEN).where(VIEW_SEEN.SLOT.lt(beforeSlot)).execute();
    }
}
