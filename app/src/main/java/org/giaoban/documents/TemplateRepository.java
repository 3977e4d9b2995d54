package org.giaoban.documents;

import static org.giaoban.documents.db.Tables.TEMPLATE_VERSION;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** Versions of Word templates. */
@Repository
class TemplateRepository {

    private static final int MOST = 200;

    private final DSLContext db;

    TemplateRepository(DSLContext db) {
        this.db = db;
    }

    Optional<TemplateVersion> inForce(String template, LocalDate on) {
        return first(TEMPLATE_VERSION.TEMPLATE.eq(template).and(TEMPLATE_VERSION.VALID_FROM.le(on)));
    }

    Optional<TemplateVersion> find(String template, int number) {
        return first(TEMPLATE_VERSION.TEMPLATE.eq(template).and(TEMPLATE_VERSION.VERSION.eq(number)));
    }

    private Optional<TemplateVersion> first(Condition which) {
        return db.select(row(
                                TEMPLATE_VERSION.TEMPLATE,
                                TEMPLATE_VERSION.VERSION,
                                TEMPLATE_VERSION.VALID_FROM,
                                TEMPLATE_VERSION.CONTENT)
                        .mapping(TemplateVersion::new))
                .from(TEMPLATE_VERSION)
                .where(which)
                .orderBy(TEMPLATE_VERSION.VERSION.desc())
                .limit(1)
                .fetchOptional(Record1::value1);
    }

    List<TemplateVersion.Line> lines(String template) {
        return db.select(row(
                                TEMPLATE_VERSION.VERSION,
                                TEMPLATE_VERSION.VALID_FROM,
                                TEMPLATE_VERSION.SHA256,
                                function("octet_length", Integer.class, TEMPLATE_VERSION.CONTENT),
                                row(TEMPLATE_VERSION.NOTE, TEMPLATE_VERSION.UPLOADED_BY, TEMPLATE_VERSION.UPLOADED_AT)
                                        .mapping(TemplateVersion.Origin::new))
                        .mapping(TemplateVersion.Line::new))
                .from(TEMPLATE_VERSION)
                .where(TEMPLATE_VERSION.TEMPLATE.eq(template))
                .orderBy(TEMPLATE_VERSION.VERSION.desc())
                .limit(MOST)
                .fetch(Record1::value1);
    }

    /** The next number; holding the newest version keeps two uploads apart. */
    int lockedNext(String template) {
        return db
                        .select(TEMPLATE_VERSION.VERSION)
                        .from(TEMPLATE_VERSION)
                        .where(TEMPLATE_VERSION.TEMPLATE.eq(template))
                        .orderBy(TEMPLATE_VERSION.VERSION)
                        .forUpdate()
                        .fetch(TEMPLATE_VERSION.VERSION)
                        .stream()
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                + 1;
    }

    void insert(TemplateVersion version, TemplateVersion.Origin origin) {
        db.insertInto(TEMPLATE_VERSION)
                .set(TEMPLATE_VERSION.TEMPLATE, version.template())
                .set(TEMPLATE_VERSION.VERSION, version.number())
                .set(TEMPLATE_VERSION.VALID_FROM, version.from())
                .set(TEMPLATE_VERSION.CONTENT, version.content())
                .set(TEMPLATE_VERSION.SHA256, version.sha256())
                .set(TEMPLATE_VERSION.NOTE, origin.note())
                .set(TEMPLATE_VERSION.UPLOADED_BY, origin.by())
                .set(TEMPLATE_VERSION.UPLOADED_AT, origin.at())
                .execute();
    }

    boolean any(String template) {
        return db.fetchExists(TEMPLATE_VERSION, TEMPLATE_VERSION.TEMPLATE.eq(template));
    }
}
