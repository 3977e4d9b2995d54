package org.giaoban.readers;

import static org.giaoban.readers.db.Tables.ERROR_REPORT;
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
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Error reports as rows. */
@Repository
class ErrorReportRepository {

    private static final SelectField<ErrorReport> A_REPORT = row(
                    ERROR_REPORT.ID,
                    ERROR_REPORT.ARTICLE_ID.convertFrom(ArticleId::new),
                    ERROR_REPORT.UNIT_ID,
                    row(ERROR_REPORT.QUOTE, ERROR_REPORT.REMARK, ERROR_REPORT.MADE_AT)
                            .mapping(ErrorReport.Seen::new),
                    row(ERROR_REPORT.DONE_AT, ERROR_REPORT.DONE_BY, ERROR_REPORT.NOTE)
                            .mapping(ErrorReport.Done::new))
            .mapping(ErrorReport::new);

    private final DSLContext db;

    ErrorReportRepository(DSLContext db) {
        this.db = db;
    }

    UUID insert(PublishedArticle article, ErrorReport.Seen seen) {
        var id = Uuid7.next();
        db.insertInto(ERROR_REPORT)
                .set(ERROR_REPORT.ID, id)
                .set(ERROR_REPORT.ARTICLE_ID, article.id().value())
                .set(ERROR_REPORT.UNIT_ID, article.unit())
                .set(ERROR_REPORT.QUOTE, seen.quote())
                .set(ERROR_REPORT.REMARK, seen.remark())
                .set(ERROR_REPORT.MADE_AT, seen.at())
                .execute();
        return id;
    }

    Optional<ErrorReport> find(UUID id) {
        return db.select(A_REPORT)
                .from(ERROR_REPORT)
                .where(ERROR_REPORT.ID.eq(id))
                .fetchOptional(Record1::value1);
    }

    List<ErrorReport> list(Scope scope, boolean open, @Nullable Position after, int limit) {
        var from = after == null
                ? noCondition()
                : row(ERROR_REPORT.MADE_AT, ERROR_REPORT.ID).lt(after.at(), after.id());
        return db.select(A_REPORT)
                .from(ERROR_REPORT)
                .where(
                        scope.condition(ERROR_REPORT.UNIT_ID),
                        open ? ERROR_REPORT.DONE_AT.isNull() : ERROR_REPORT.DONE_AT.isNotNull(),
                        from)
                .orderBy(ERROR_REPORT.MADE_AT.desc(), ERROR_REPORT.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    /** Those of the units that are open, or all open ones; nobody counts further than the limit. */
    int open(@Nullable Scope scope, int limit) {
        return db.fetchCount(db.selectOne()
                .from(ERROR_REPORT)
                .where(ERROR_REPORT.DONE_AT.isNull())
                .and(scope == null ? DSL.noCondition() : scope.condition(ERROR_REPORT.UNIT_ID))
                .limit(limit));
    }

    /** False when somebody else was quicker. */
    boolean done(UUID id, String note, ReaderCommentRepository.Hand hand) {
        return db.update(ERROR_REPORT)
                        .set(ERROR_REPORT.DONE_AT, hand.at())
                        .set(ERROR_REPORT.DONE_BY, hand.name())
                        .set(ERROR_REPORT.NOTE, note)
                        .where(ERROR_REPORT.ID.eq(id), ERROR_REPORT.DONE_AT.isNull())
                        .execute()
                == 1;
    }

    int forgetDone(Instant before) {
        return db.deleteFrom(ERROR_REPORT)
                .where(ERROR_REPORT.DONE_AT.lt(before))
                .execute();
    }
}
