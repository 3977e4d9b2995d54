package org.giaoban.documents;

import static org.giaoban.documents.db.Tables.DOCUMENT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.audit.ObjectRef;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Sorting;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Issued documents in the database. */
@Repository
class DocumentRepository {

    private static final int ISSUERS = 200;
    private static final String VIETNAMESE = "vi-x-icu";

    private static final SelectField<Document> A_DOCUMENT = row(
                    DOCUMENT.ID.convertFrom(DocumentId::new),
                    DOCUMENT.UNIT_ID,
                    row(
                                    DOCUMENT.TYPE,
                                    DOCUMENT.SERIES,
                                    DOCUMENT.NUMBER,
                                    DOCUMENT.SYMBOL,
                                    DOCUMENT.ISSUER_NAME,
                                    DOCUMENT.TITLE)
                            .mapping(Document.Entry::new),
                    row(DOCUMENT.ISSUED_ON, DOCUMENT.ISSUED_AT, DOCUMENT.ISSUED_BY)
                            .mapping(Document.Issue::new),
                    row(
                                    row(DOCUMENT.ABOUT_KIND, DOCUMENT.ABOUT_ID).mapping(ObjectRef::new),
                                    DOCUMENT.ABOUT_LABEL,
                                    DOCUMENT.ABOUT_HREF)
                            .mapping(About::new),
                    row(
                                    DOCUMENT.FILE_ID,
                                    DOCUMENT.FILE_SHA256,
                                    DOCUMENT.FILE_SIZE,
                                    DOCUMENT.TEMPLATE,
                                    DOCUMENT.TEMPLATE_VERSION)
                            .mapping(Document.Copy::new))
            .mapping(Document::new);

    private final DSLContext db;

    DocumentRepository(DSLContext db) {
        this.db = db;
    }

    void insert(Document document, String onceKey) {
        var entry = document.entry();
        var copy = document.copy();
        db.insertInto(DOCUMENT)
                .set(DOCUMENT.ID, document.id().value())
                .set(DOCUMENT.UNIT_ID, document.unit())
                .set(DOCUMENT.TYPE, entry.type())
                .set(DOCUMENT.SERIES, entry.series())
                .set(DOCUMENT.NUMBER, entry.number())
                .set(DOCUMENT.SYMBOL, entry.symbol())
                .set(DOCUMENT.ISSUER_NAME, entry.issuer())
                .set(DOCUMENT.TITLE, entry.title())
                .set(DOCUMENT.ISSUED_ON, document.issue().on())
                .set(DOCUMENT.ISSUED_AT, document.issue().at())
                .set(DOCUMENT.ISSUED_BY, document.issue().by())
                .set(DOCUMENT.ABOUT_KIND, document.about().object().kind())
                .set(DOCUMENT.ABOUT_ID, document.about().object().id())
                .set(DOCUMENT.ABOUT_LABEL, document.about().label())
                .set(DOCUMENT.ABOUT_HREF, document.about().href())
                .set(DOCUMENT.ONCE_KEY, onceKey)
                .set(DOCUMENT.TEMPLATE, copy.template())
                .set(DOCUMENT.TEMPLATE_VERSION, copy.templateVersion())
                .set(DOCUMENT.FILE_ID, copy.file())
                .set(DOCUMENT.FILE_SHA256, copy.sha256())
                .set(DOCUMENT.FILE_SIZE, copy.size())
                .execute();
    }

    Optional<Document> find(DocumentId id) {
        return db.select(A_DOCUMENT)
                .from(DOCUMENT)
                .where(DOCUMENT.ID.eq(id.value()))
                .fetchOptional(Record1::value1);
    }

    Optional<Document> byOnceKey(UnitId unit, String onceKey) {
        return db.select(A_DOCUMENT)
                .from(DOCUMENT)
                .where(DOCUMENT.UNIT_ID.eq(unit), DOCUMENT.ONCE_KEY.eq(onceKey))
                .fetchOptional(Record1::value1);
    }

    List<Document> about(ObjectRef object) {
        return db.select(A_DOCUMENT)
                .from(DOCUMENT)
                .where(DOCUMENT.ABOUT_KIND.eq(object.kind()), DOCUMENT.ABOUT_ID.eq(object.id()))
                .orderBy(DOCUMENT.ISSUED_ON.desc(), DOCUMENT.ID.desc())
                .limit(Documents.PAGE)
                .fetch(Record1::value1);
    }

    List<Document> list(DocumentFilter filter, Scope scope, int limit) {
        var column = column(DOCUMENT, filter.sorting());
        return db.select(A_DOCUMENT)
                .from(DOCUMENT)
                .where(scope.condition(DOCUMENT.UNIT_ID), matches(filter), behind(filter.after(), filter.sorting()))
                .orderBy(
                        filter.sorting().descending() ? column.desc() : column.asc(),
                        filter.sorting().descending() ? DOCUMENT.ID.desc() : DOCUMENT.ID.asc())
                .limit(limit)
                .fetch(Record1::value1);
    }

    Map<UnitId, String> issuers(Scope scope) {
        return db.selectDistinct(DOCUMENT.UNIT_ID, DOCUMENT.ISSUER_NAME)
                .on(DOCUMENT.UNIT_ID)
                .from(DOCUMENT)
                .where(scope.condition(DOCUMENT.UNIT_ID))
                .orderBy(DOCUMENT.UNIT_ID, DOCUMENT.ID.desc())
                .limit(ISSUERS)
                .fetchMap(DOCUMENT.UNIT_ID, DOCUMENT.ISSUER_NAME);
    }

    private static Condition matches(DocumentFilter filter) {
        var condition = noCondition();
        if (filter.issuer() != null) {
            condition = condition.and(DOCUMENT.UNIT_ID.eq(filter.issuer()));
        }
        if (filter.type() != null) {
            condition = condition.and(DOCUMENT.TYPE.eq(filter.type()));
        }
        if (filter.year() != null) {
            var first = LocalDate.of(filter.year(), 1, 1);
            condition = condition.and(DOCUMENT.ISSUED_ON.ge(first)).and(DOCUMENT.ISSUED_ON.lt(first.plusYears(1)));
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            condition = condition.and(SearchWords.of(filter.words()).in(DOCUMENT.FIND_FOLD));
        }
        return condition;
    }

    /** The rows behind the one a page ended with, wherever that row stands in the order asked for. */
    private static Condition behind(@Nullable UUID last, Sorting sorting) {
        if (last == null) {
            return noCondition();
        }
        var end = DOCUMENT.as("last_of_page");
        var place = select(column(end, sorting), end.ID).from(end).where(end.ID.eq(last));
        var here = row(column(DOCUMENT, sorting), DOCUMENT.ID);
        return sorting.descending() ? here.lt(place) : here.gt(place);
    }

    private static Field<Object> column(org.giaoban.documents.db.tables.Document document, Sorting sorting) {
        return switch (sorting.column()) {
            case "title" -> document.TITLE.collate(VIETNAMESE).coerce(Object.class);
            case "symbol" -> document.SYMBOL.coerce(Object.class);
            default -> document.ISSUED_ON.coerce(Object.class);
        };
    }
}
