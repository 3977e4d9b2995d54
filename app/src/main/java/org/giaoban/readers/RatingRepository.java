package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.RATING;
import static org.giaoban.readers.db.Tables.VOTE;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import org.giaoban.portal.ArticleId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** Votes as rows, and what they come to. */
@Repository
class RatingRepository {

    private final DSLContext db;

    RatingRepository(DSLContext db) {
        this.db = db;
    }

    /** A vote, with the mark of who casts it and the month in which that mark means something. */
    record Vote(ArticleId article, byte[] reader, LocalDate month, int stars) {}

    Rating of(ArticleId article) {
        return db.select(row(RATING.VOTES, RATING.POINTS).mapping(Rating::new))
                .from(RATING)
                .where(RATING.ARTICLE_ID.eq(article.value()))
                .fetchOptional(Record1::value1)
                .orElse(Rating.NONE);
    }

    /** Counts it, or puts it in the place of the same reader's former one; the article's votes come one after another. */
    void cast(Vote vote) {
        start(vote.article(), Rating.NONE);
        db.select(RATING.VOTES)
                .from(RATING)
                .where(RATING.ARTICLE_ID.eq(vote.article().value()))
                .forUpdate()
                .fetch();
        var before = db.select(VOTE.STARS)
                .from(VOTE)
                .where(VOTE.ARTICLE_ID.eq(vote.article().value()), VOTE.READER.eq(vote.reader()))
                .fetchOptional(VOTE.STARS)
                .map(Short::intValue);
        put(vote);
        db.update(RATING)
                .set(RATING.VOTES, RATING.VOTES.plus(before.isPresent() ? 0 : 1))
                .set(RATING.POINTS, RATING.POINTS.plus(vote.stars() - before.orElse(0)))
                .where(RATING.ARTICLE_ID.eq(vote.article().value()))
                .execute();
    }

    private void put(Vote vote) {
        db.insertInto(VOTE)
                .set(VOTE.ARTICLE_ID, vote.article().value())
                .set(VOTE.READER, vote.reader())
                .set(VOTE.MONTH, vote.month())
                .set(VOTE.STARS, (short) vote.stars())
                .onConflict(VOTE.ARTICLE_ID, VOTE.READER)
                .doUpdate()
                .set(VOTE.STARS, (short) vote.stars())
                .execute();
    }

    void start(ArticleId article, Rating rating) {
        db.insertInto(RATING)
                .set(RATING.ARTICLE_ID, article.value())
                .set(RATING.VOTES, rating.votes())
                .set(RATING.POINTS, rating.points())
                .onConflictDoNothing()
                .execute();
    }

    /** Who voted before this month; the totals stay. */
    void forget(LocalDate month) {
        db.deleteFrom(VOTE).where(VOTE.MONTH.lt(month)).execute();
    }
}
