package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.CATEGORY;
import static org.giaoban.portal.db.Tables.IMPRINT;
import static org.giaoban.portal.db.Tables.LINK;
import static org.jooq.impl.DSL.row;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.giaoban.platform.Stamps;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** Headings, links and imprint of the public site. */
@Repository
class SiteRepository {

    static final List<String> IMPRINT_LINES =
            List.of("publisher", "responsible", "office", "address", "phone", "email");

    /** What is remembered of all this is read again after every writing. */
    static final String STAMP = "portal.site";

    private final DSLContext db;
    private final Stamps stamps;

    SiteRepository(DSLContext db, Stamps stamps) {
        this.db = db;
        this.stamps = stamps;
    }

    List<Category> categories() {
        return db.select(row(
                                CATEGORY.CODE,
                                CATEGORY.NAME_VI,
                                CATEGORY.NAME_EN,
                                CATEGORY.KIND.convertFrom(Category.Kind::valueOf))
                        .mapping(Category::new))
                .from(CATEGORY)
                .orderBy(CATEGORY.POSITION, CATEGORY.CODE)
                .limit(40)
                .fetch(Record1::value1);
    }

    Map<String, String> links() {
        return db.select(LINK.HREF, LINK.NAME)
                .from(LINK)
                .orderBy(LINK.POSITION, LINK.NAME)
                .limit(40)
                .fetchMap(LINK.HREF, LINK.NAME);
    }

    Map<String, String> imprint() {
        var found = db.select(IMPRINT.LINE, IMPRINT.VALUE).from(IMPRINT).fetchMap(IMPRINT.LINE, IMPRINT.VALUE);
        var ordered = new LinkedHashMap<String, String>();
        IMPRINT_LINES.stream()
                .filter(line -> !found.getOrDefault(line, "").isBlank())
                .forEach(line -> ordered.put(line, found.getOrDefault(line, "")));
        return ordered;
    }

    void replaceImprint(Map<String, String> lines) {
        db.batch(lines.entrySet().stream()
                        .map(line -> db.insertInto(IMPRINT)
                                .set(IMPRINT.LINE, line.getKey())
                                .set(IMPRINT.VALUE, line.getValue())
                                .onConflict(IMPRINT.LINE)
                                .doUpdate()
                                .set(IMPRINT.VALUE, line.getValue()))
                        .toList())
                .execute();
        stamps.renew(STAMP);
    }

    /** All links at once, in the order given. */
    void replaceLinks(List<SiteForm.Row> rows) {
        db.deleteFrom(LINK).execute();
        db.batch(IntStream.range(0, rows.size())
                        .mapToObj(position -> db.insertInto(LINK)
                                .set(LINK.HREF, rows.get(position).href())
                                .set(LINK.NAME, rows.get(position).name())
                                .set(LINK.POSITION, (short) position))
                        .toList())
                .execute();
        stamps.renew(STAMP);
    }

    /** What is there stays as it is. */
    void add(Category category, int position) {
        var written = db.insertInto(CATEGORY)
                .set(CATEGORY.CODE, category.code())
                .set(CATEGORY.NAME_VI, category.nameVi())
                .set(CATEGORY.NAME_EN, category.nameEn())
                .set(CATEGORY.KIND, category.kind().name())
                .set(CATEGORY.POSITION, (short) position)
                .onConflictDoNothing()
                .execute();
        stamps.renewIfWritten(STAMP, written);
    }

    void addLink(String href, String name, int position) {
        var written = db.insertInto(LINK)
                .set(LINK.HREF, href)
                .set(LINK.NAME, name)
                .set(LINK.POSITION, (short) position)
                .onConflictDoNothing()
                .execute();
        stamps.renewIfWritten(STAMP, written);
    }

    void addImprint(String line, String value) {
        var written = db.insertInto(IMPRINT)
                .set(IMPRINT.LINE, line)
                .set(IMPRINT.VALUE, value)
                .onConflictDoNothing()
                .execute();
        stamps.renewIfWritten(STAMP, written);
    }
}
