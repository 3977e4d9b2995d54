package org.giaoban.portal;

import static org.giaoban.portal.db.Tables.ARTICLE;
import static org.giaoban.portal.db.Tables.FIGURE_USE;
import static org.giaoban.portal.db.Tables.VERSION;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.indicators.Figures;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.kernel.UnitId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The newest published texts that print figures the register has corrected since; looked for once a minute. */
@Repository
@Transactional(readOnly = true)
class CorrectedArticles {

    private static final int LOOKED_AT = 1_000;

    private final DSLContext db;
    private final Figures figures;
    private final Access access;
    private final LoadingCache<String, List<Corrected>> found =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build(all -> look());

    CorrectedArticles(DSLContext db, Figures figures, Access access) {
        this.db = db;
        this.figures = figures;
        this.access = access;
    }

    /** A text with how many of its figures moved. */
    record Corrected(ArticleId article, UnitId unit, String title, long figures) {}

    private record Printed(ArticleId article, UnitId unit, String title, UUID figure) {}

    /** Those the viewer writes for and that no new version is on its way for. */
    List<Corrected> mine(int limit) {
        if (!access.allowsAnywhere(Capability.ARTICLE_WRITE)) {
            return List.of();
        }
        return Objects.requireNonNull(found.get("")).stream()
                .filter(each -> access.allows(Capability.ARTICLE_WRITE, each.unit()))
                .limit(limit)
                .toList();
    }

    void forget() {
        found.invalidateAll();
    }

    private List<Corrected> look() {
        var printed = printed();
        var moved = figures
                .frozen(printed.stream().map(Printed::figure).distinct().toList())
                .values()
                .stream()
                .filter(FrozenFigure::corrected)
                .map(FrozenFigure::id)
                .collect(Collectors.toSet());
        Map<ArticleId, List<Printed>> byArticle = new LinkedHashMap<>();
        printed.stream()
                .filter(each -> moved.contains(each.figure()))
                .forEach(each -> byArticle
                        .computeIfAbsent(each.article(), article -> new ArrayList<>())
                        .add(each));
        return byArticle.values().stream()
                .map(uses -> new Corrected(
                        uses.getFirst().article(),
                        uses.getFirst().unit(),
                        uses.getFirst().title(),
                        uses.size()))
                .toList();
    }

    private List<Printed> printed() {
        var other = VERSION.as("other");
        return db.select(ARTICLE.ID, ARTICLE.UNIT_ID, VERSION.TITLE, FIGURE_USE.FIGURE_ID)
                .from(FIGURE_USE)
                .join(VERSION)
                .on(VERSION.ID.eq(FIGURE_USE.VERSION_ID))
                .join(ARTICLE)
                .on(ARTICLE.ID.eq(VERSION.ARTICLE_ID))
                .where(VERSION.STATE.eq(Version.State.PUBLISHED.name()))
                .andNotExists(db.selectOne()
                        .from(other)
                        .where(other.ARTICLE_ID.eq(ARTICLE.ID), other.NUMBER.gt(VERSION.NUMBER)))
                .orderBy(VERSION.PUBLISHED_AT.desc(), VERSION.ID)
                .limit(LOOKED_AT)
                .fetch(row -> new Printed(new ArticleId(row.value1()), row.value2(), row.value3(), row.value4()));
    }
}
