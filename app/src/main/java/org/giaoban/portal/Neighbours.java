package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.TOPIC;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.platform.Refused;
import org.giaoban.platform.Texts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What stands beside an article by somebody's choice: its topic, articles to read with it, its other language. */
@Repository
@Transactional(readOnly = true)
class Neighbours {

    private static final SelectField<Topic> A_TOPIC =
            row(TOPIC.CODE, TOPIC.NAME_VI, TOPIC.NAME_EN, TOPIC.CLOSED).mapping(Topic::new);

    private final DSLContext db;

    Neighbours(DSLContext db) {
        this.db = db;
    }

    public List<Topic> topics() {
        return db.select(A_TOPIC)
                .from(TOPIC)
                .orderBy(TOPIC.CLOSED, TOPIC.POSITION, TOPIC.CODE)
                .limit(200)
                .fetch(Record1::value1);
    }

    public Optional<Topic> topic(String code) {
        return db.select(A_TOPIC).from(TOPIC).where(TOPIC.CODE.eq(code)).fetchOptional(Record1::value1);
    }

    /** The articles at these addresses, in their order; refused when one of them is nowhere. */
    public List<UUID> at(List<String> slugs) {
        if (slugs.isEmpty()) {
            return List.of();
        }
        var found = db.select(ARTICLE.SLUG, ARTICLE.ID)
                .from(ARTICLE)
                .where(ARTICLE.SLUG.in(slugs))
                .fetchMap(ARTICLE.SLUG, ARTICLE.ID);
        var ids = new ArrayList<UUID>();
        for (var slug : slugs) {
            ids.add(Optional.ofNullable(found.get(slug))
                    .orElseThrow(() -> new Refused("portal.form.related-nowhere", slug)));
        }
        return ids;
    }

    /** Where chosen articles stand or will stand, in their order. */
    public List<String> addresses(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = db.select(ARTICLE.ID, VERSION.CATEGORY, ARTICLE.SLUG)
                .distinctOn(ARTICLE.ID)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID))
                .where(ARTICLE.ID.in(ids))
                .orderBy(ARTICLE.ID, VERSION.NUMBER.desc())
                .fetchMap(ARTICLE.ID, each -> "/tin/" + each.value2() + "/" + each.value3());
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Chosen articles by title, in their order; by address where the viewer may not know more. */
    List<RelatedChoice.Line> lines(List<UUID> ids, Scope scope) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var known = PublicRepository.PUBLIC.or(scope.condition(ARTICLE.UNIT_ID));
        var found = db.select(ARTICLE.ID, when(known, VERSION.TITLE).otherwise(ARTICLE.SLUG), VERSION.STATE)
                .distinctOn(ARTICLE.ID)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID))
                .where(ARTICLE.ID.in(ids))
                .orderBy(ARTICLE.ID, field(PublicRepository.PUBLIC).desc(), VERSION.NUMBER.desc())
                .fetchMap(
                        ARTICLE.ID, each -> new RelatedChoice.Line(each.value1(), each.value2(), state(each.value3())));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static String state(String state) {
        return Texts.text("portal.state." + Version.State.valueOf(state).key());
    }

    /** The chosen articles that visitors may read, in their order. */
    List<Teaser> chosen(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : teasers(ARTICLE.ID.in(ids)).stream()
                        .sorted(Comparator.comparingInt(each -> ids.indexOf(each.article())))
                        .toList();
    }

    /** The same article in the other language, when visitors may read it. */
    Optional<Teaser> otherLanguage(ArticleId id) {
        var original = db.select(ARTICLE.ORIGINAL_ID).from(ARTICLE).where(ARTICLE.ID.eq(id.value()));
        return teasers(ARTICLE.ORIGINAL_ID.eq(id.value()).or(ARTICLE.ID.eq(original))).stream()
                .findFirst();
    }

    private List<Teaser> teasers(Condition which) {
        return db.select(PublicRepository.A_TEASER)
                .from(ARTICLE)
                .join(VERSION)
                .on(VERSION.ARTICLE_ID.eq(ARTICLE.ID), PublicRepository.PUBLIC)
                .where(which)
                .limit(LabelsForm.MOST_RELATED)
                .fetch(Record1::value1);
    }
}
