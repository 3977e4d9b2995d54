package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.COMMENT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.Uuid7;
import org.giaoban.portal.ArticleId;
import org.giaoban.portal.PublishedArticle;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** ReaderComments as rows. */
@Repository
class ReaderCommentRepository {

    private static final SelectField<Comment> A_COMMENT = row(
                    COMMENT.ID,
                    COMMENT.ARTICLE_ID.convertFrom(ArticleId::new),
                    COMMENT.UNIT_ID,
                    row(COMMENT.AUTHOR, COMMENT.BODY, COMMENT.MARKS, COMMENT.MADE_AT)
                            .mapping(Comment.Written::new),
                    row(COMMENT.STATE.convertFrom(Comment.State::valueOf), COMMENT.DECIDED_AT, COMMENT.DECIDED_BY)
                            .mapping(Comment.Decision::new),
                    row(COMMENT.REPLY, COMMENT.REPLIED_AT, COMMENT.REPLIED_BY).mapping(Comment.Reply::new))
            .mapping(Comment::new);

    private final DSLContext db;

    ReaderCommentRepository(DSLContext db) {
        this.db = db;
    }

    UUID insert(PublishedArticle article, Comment.Written written) {
        var id = Uuid7.next();
        db.insertInto(COMMENT)
                .set(COMMENT.ID, id)
                .set(COMMENT.ARTICLE_ID, article.id().value())
                .set(COMMENT.UNIT_ID, article.unit())
                .set(COMMENT.AUTHOR, written.author())
                .set(COMMENT.BODY, written.body())
                .set(COMMENT.MARKS, written.marks())
                .set(COMMENT.STATE, Comment.State.WAITING.name())
                .set(COMMENT.MADE_AT, written.at())
                .execute();
        return id;
    }

    Optional<Comment> find(UUID id) {
        return db.select(A_COMMENT).from(COMMENT).where(COMMENT.ID.eq(id)).fetchOptional(Record1::value1);
    }

    /** The shown ones of an article, the newest first. */
    List<Comment> shown(ArticleId article, @Nullable Position after, int limit) {
        return page(COMMENT.ARTICLE_ID.eq(article.value()).and(in(Comment.State.SHOWN)), after, limit);
    }

    /** Those of the moderator's units that have come so far. */
    List<Comment> list(Scope scope, Comment.State state, @Nullable Position after, int limit) {
        return page(scope.condition(COMMENT.UNIT_ID).and(in(state)), after, limit);
    }

    private List<Comment> page(Condition where, @Nullable Position after, int limit) {
        var from =
                after == null ? noCondition() : row(COMMENT.MADE_AT, COMMENT.ID).lt(after.at(), after.id());
        return db.select(A_COMMENT)
                .from(COMMENT)
                .where(where, from)
                .orderBy(COMMENT.MADE_AT.desc(), COMMENT.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** How many of an article are shown, and how many wait anywhere: nobody counts further than the limit. */
    int count(Condition where, int limit) {
        return db.fetchCount(db.selectOne().from(COMMENT).where(where).limit(limit));
    }

    static Condition in(Comment.State state) {
        return COMMENT.STATE.eq(org.jooq.impl.DSL.inline(state.name()));
    }

    static Condition of(ArticleId article) {
        return COMMENT.ARTICLE_ID.eq(article.value());
    }

    static Condition in(Scope scope) {
        return scope.condition(COMMENT.UNIT_ID);
    }

    /** False when somebody else was quicker. */
    boolean decide(UUID id, Comment.State from, Comment.State to, Hand hand) {
        return db.update(COMMENT)
                        .set(COMMENT.STATE, to.name())
                        .set(COMMENT.DECIDED_AT, hand.at())
                        .set(COMMENT.DECIDED_BY, hand.name())
                        .where(COMMENT.ID.eq(id), COMMENT.STATE.eq(from.name()))
                        .execute()
                == 1;
    }

    /** Who did it and when. */
    record Hand(String name, Instant at) {}

    /** An empty one takes the former away. */
    void reply(UUID id, String text, Hand hand) {
        db.update(COMMENT)
                .set(COMMENT.REPLY, text)
                .set(COMMENT.REPLIED_AT, text.isEmpty() ? null : hand.at())
                .set(COMMENT.REPLIED_BY, text.isEmpty() ? null : hand.name())
                .where(COMMENT.ID.eq(id))
                .execute();
    }

    int forgetRefused(Instant before) {
        return db.deleteFrom(COMMENT)
                .where(in(Comment.State.REFUSED), COMMENT.DECIDED_AT.lt(before))
                .execute();
    }
}
