package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.VERSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.giaoban.access.Scope;
import org.giaoban.kernel.AccountId;
import org.giaoban.kernel.UnitId;
import org.giaoban.platform.Texts;
import org.giaoban.search.SearchWords;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.springframework.stereotype.Repository;

/** Articles by the dozen, for the editors' lists, their search and the uses of a figure. */
@Repository
class ListingRepository {

    /** A newsroom has some dozens of names; older ones are typed. */
    private static final int AUTHORS = 500;

    private final DSLContext db;

    ListingRepository(DSLContext db) {
        this.db = db;
    }

    record Listed(Article article, Version version) {}

    /** Newest version of each article of the editors' units, last changed first. */
    List<Listed> list(Scope scope, ArticleFilter filter, AccountId viewer, int limit) {
        var newer = VERSION.as("newer");
        return db.select(VersionRows.AN_ARTICLE, VersionRows.A_VERSION)
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(scope.condition(ARTICLE.UNIT_ID))
                .andNotExists(db.selectOne()
                        .from(newer)
                        .where(newer.ARTICLE_ID.eq(VERSION.ARTICLE_ID), newer.NUMBER.gt(VERSION.NUMBER)))
                .and(matches(filter, viewer))
                .orderBy(VERSION.CHANGED_AT.desc(), VERSION.ID.desc())
                .limit(limit)
                .fetch(found -> new Listed(found.value1(), found.value2()));
    }

    private static Condition matches(ArticleFilter filter, AccountId viewer) {
        var condition = noCondition();
        if (filter.state() != null) {
            condition = condition.and(VERSION.STATE.eq(filter.state().name()));
        }
        if (filter.words() != null) {
            condition = condition.and(VERSION.FOLD.contains(filter.words()));
        }
        if (filter.mine()) {
            condition = condition.and(VERSION.AUTHOR_ACCOUNT_ID.eq(viewer).or(VERSION.EDITOR_ACCOUNT_ID.eq(viewer)));
        }
        if (filter.category() != null) {
            condition = condition.and(VERSION.CATEGORY.eq(filter.category()));
        }
        var last = filter.after();
        return last == null
                ? condition
                : condition.and(row(VERSION.CHANGED_AT, VERSION.ID).lt(last.at(), last.id()));
    }

    /** What is not out yet, for the editors of the scope; the newest first. */
    List<Listed> open(SearchWords words, Scope scope, int limit) {
        return db.select(VersionRows.AN_ARTICLE, VersionRows.A_VERSION)
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(VERSION.STATE.in(inline("DRAFT"), inline("SUBMITTED"), inline("RETURNED"), inline("APPROVED")))
                .and(words.in(VERSION.FOLD))
                .and(scope.condition(ARTICLE.UNIT_ID))
                .orderBy(VERSION.CHANGED_AT.desc(), VERSION.ID.desc())
                .limit(limit)
                .fetch(found -> new Listed(found.value1(), found.value2()));
    }

    int waiting(Scope scope) {
        return db.fetchCount(db.selectOne()
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(VERSION.STATE.eq(Version.State.SUBMITTED.name()), scope.condition(ARTICLE.UNIT_ID))
                .limit(1000));
    }

    /** Under which names the unit's texts have appeared, the latest first. */
    List<AuthorChoice.Author> authors(UnitId unit, SearchWords words, int limit) {
        var last = max(VERSION.CHANGED_AT);
        var byline = VERSION.BYLINE;
        return db
                .select(byline, VERSION.BYLINE_KIND, last)
                .from(VERSION)
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(ARTICLE.UNIT_ID.eq(unit), byline.ne(""))
                .groupBy(byline, VERSION.BYLINE_KIND)
                .orderBy(last.desc())
                .limit(AUTHORS)
                .fetch(found -> new AuthorChoice.Author(
                        found.value1(), Version.Credit.By.valueOf(found.value2()), Texts.text("portal.author.earlier")))
                .stream()
                .filter(each -> words.in(each.name()))
                .limit(limit)
                .toList();
    }

    record Use(UUID figure, String title, String category, String slug, ArticleId article, Version.State state) {}

    /** Texts that print one of these figures and are public or being worked on. */
    List<Use> uses(Collection<UUID> figures) {
        return db.select(row(
                                FIGURE_USE.FIGURE_ID,
                                VERSION.TITLE,
                                VERSION.CATEGORY,
                                ARTICLE.SLUG,
                                ARTICLE.ID.convertFrom(ArticleId::new),
                                VERSION.STATE.convertFrom(Version.State::valueOf))
                        .mapping(Use::new))
                .from(FIGURE_USE)
                .join(VERSION)
                .on(VERSION.ID.eq(FIGURE_USE.VERSION_ID))
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(
                        FIGURE_USE.FIGURE_ID.in(figures),
                        VERSION.STATE.notIn(Version.State.REPLACED.name(), Version.State.WITHDRAWN.name()))
                .orderBy(VERSION.CHANGED_AT.desc())
                .limit(1000)
                .fetch(Record1::value1);
    }
}
