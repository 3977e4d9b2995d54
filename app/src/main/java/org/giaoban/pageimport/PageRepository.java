package org.giaoban.pageimport;

import static org.giaoban.pageimport.db.Tables.PAGE;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The pages that were taken in, each once a unit. */
@Repository
class PageRepository {

    private final DSLContext db;
    private final JsonMapper json;
    private final SelectField<ReceivedPage> aPage;

    PageRepository(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
        this.aPage = row(
                        PAGE.ID,
                        PAGE.UNIT_ID,
                        PAGE.ARTICLE_ID,
                        PAGE.FILE,
                        PAGE.TITLE,
                        PAGE.REPORT.convertFrom(said -> json.readValue(said.data(), ReceivedPage.Report.class)),
                        PAGE.TAKEN_AT)
                .mapping(ReceivedPage::new);
    }

    Optional<ReceivedPage> earlier(UnitId unit, String sha256) {
        return db.select(aPage)
                .from(PAGE)
                .where(PAGE.UNIT_ID.eq(unit), PAGE.SHA256.eq(sha256))
                .fetchOptional(Record1::value1);
    }

    void insert(ReceivedPage page, String sha256) {
        db.insertInto(PAGE)
                .set(PAGE.ID, page.id())
                .set(PAGE.UNIT_ID, page.unit())
                .set(PAGE.ARTICLE_ID, page.article())
                .set(PAGE.FILE, page.file())
                .set(PAGE.TITLE, page.title())
                .set(PAGE.SHA256, sha256)
                .set(PAGE.REPORT, JSONB.valueOf(json.writeValueAsString(page.report())))
                .set(PAGE.TAKEN_AT, page.takenAt())
                .execute();
    }

    Optional<ReceivedPage> find(UUID id) {
        return db.select(aPage).from(PAGE).where(PAGE.ID.eq(id)).fetchOptional(Record1::value1);
    }

    Optional<ReceivedPage> ofArticle(UUID article) {
        return db.select(aPage)
                .from(PAGE)
                .where(PAGE.ARTICLE_ID.eq(article))
                .orderBy(PAGE.TAKEN_AT)
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    List<ReceivedPage> newest(Scope scope, int limit) {
        return db.select(aPage)
                .from(PAGE)
                .where(scope.condition(PAGE.UNIT_ID))
                .orderBy(PAGE.TAKEN_AT.desc(), PAGE.ID.desc())
                .limit(limit)
                .fetch(Record1::value1);
    }
}
