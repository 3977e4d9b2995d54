package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.APPROVAL_LINK;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.kernel.AccountId;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The links by which articles are let out from outside. */
@Repository
class ApprovalLinkRepository {

    private static final SelectField<ApprovalLink> A_LINK = row(
                    APPROVAL_LINK.ID,
                    APPROVAL_LINK.ARTICLE_ID.convertFrom(ArticleId::new),
                    APPROVAL_LINK.VERSION_ID,
                    APPROVAL_LINK.REVISION,
                    APPROVAL_LINK.READER_NAME,
                    row(
                                    APPROVAL_LINK.MADE_BY.convertFrom(AccountId::new),
                                    APPROVAL_LINK.MADE_BY_NAME,
                                    APPROVAL_LINK.MADE_AT)
                            .mapping(ApprovalLink.Maker::new),
                    APPROVAL_LINK.EXPIRES_AT,
                    APPROVAL_LINK.ENDING.convertFrom(ApprovalLinkRepository::ending))
            .mapping(ApprovalLink::new);

    private final DSLContext db;

    ApprovalLinkRepository(DSLContext db) {
        this.db = db;
    }

    private static ApprovalLink.@Nullable Ending ending(@Nullable String name) {
        return name == null ? null : ApprovalLink.Ending.valueOf(name);
    }

    void insert(ApprovalLink link, byte[] digest) {
        db.insertInto(APPROVAL_LINK)
                .set(APPROVAL_LINK.ID, link.id())
                .set(APPROVAL_LINK.ARTICLE_ID, link.article().value())
                .set(APPROVAL_LINK.VERSION_ID, link.version())
                .set(APPROVAL_LINK.REVISION, link.revision())
                .set(APPROVAL_LINK.TOKEN_HASH, digest)
                .set(APPROVAL_LINK.READER_NAME, link.reader())
                .set(APPROVAL_LINK.MADE_BY, link.maker().account().value())
                .set(APPROVAL_LINK.MADE_BY_NAME, link.maker().name())
                .set(APPROVAL_LINK.MADE_AT, link.maker().at())
                .set(APPROVAL_LINK.EXPIRES_AT, link.expiresAt())
                .execute();
    }

    /** With {@code hold} nobody else uses it until the end of the transaction. */
    Optional<ApprovalLink> find(byte[] digest, boolean hold) {
        var query = db.select(A_LINK).from(APPROVAL_LINK).where(APPROVAL_LINK.TOKEN_HASH.eq(digest));
        return (hold ? query.forUpdate().fetchOptional() : query.fetchOptional()).map(Record1::value1);
    }

    List<ApprovalLink> of(ArticleId article) {
        return db.select(A_LINK)
                .from(APPROVAL_LINK)
                .where(APPROVAL_LINK.ARTICLE_ID.eq(article.value()))
                .orderBy(APPROVAL_LINK.MADE_AT.desc())
                .limit(20)
                .fetch(Record1::value1);
    }

    /** True the first time. */
    boolean opened(UUID link, Instant now) {
        return db.update(APPROVAL_LINK)
                        .set(APPROVAL_LINK.OPENED_AT, now)
                        .where(APPROVAL_LINK.ID.eq(link), APPROVAL_LINK.OPENED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False when it had come to an end before. */
    boolean end(UUID link, ArticleId article, ApprovalLink.Ending ending, Instant now) {
        return db.update(APPROVAL_LINK)
                        .set(APPROVAL_LINK.ENDING, ending.name())
                        .set(APPROVAL_LINK.ENDED_AT, now)
                        .where(APPROVAL_LINK.ID.eq(link), APPROVAL_LINK.ARTICLE_ID.eq(article.value()))
                        .and(APPROVAL_LINK.ENDING.isNull())
                        .execute()
                == 1;
    }
}
