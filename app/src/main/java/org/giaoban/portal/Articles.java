package org.giaoban.portal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.Audit;
import org.giaoban.audit.AuditEntry;
import org.giaoban.audit.ObjectRef;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.indicators.FrozenFigure;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Articles on their way from draft to public: written by one person, let out by another, corrected by a new version. */
@Service
@Transactional
class Articles {

    static final String KIND = "article";

    private final ArticleRepository articles;
    private final Access access;
    private final Audit audit;
    private final CurrentViewer viewer;
    private final Clock clock;

    Articles(ArticleRepository articles, Access access, Audit audit, CurrentViewer viewer, Clock clock) {
        this.articles = articles;
        this.access = access;
        this.audit = audit;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** An article with its newest version. */
    record Whole(Article article, Version version) {}

    ArticleId start(UnitId unit, Version.Story story) {
        access.require(Capability.ARTICLE_WRITE, unit);
        return begin(Article.of(unit, freeSlug(story.title()), null, clock.instant()), story);
    }

    /** The draft about a meeting; the one that is there already when somebody was quicker. */
    ArticleId startAbout(UUID meeting, UnitId unit, Version.Story story) {
        access.require(Capability.ARTICLE_WRITE, unit);
        return begin(Article.of(unit, freeSlug(story.title()), meeting, clock.instant()), story);
    }

    /** The same article in English, begun with the Vietnamese words; the one that is there already when there is one. */
    ArticleId startInEnglish(ArticleId id) {
        var original = held(id, Capability.ARTICLE_WRITE);
        if (original.speech().original() != null || original.speech().language().equals(Article.ENGLISH)) {
            throw new Refused("portal.translation.of-translation");
        }
        var earlier = articles.englishOf(id);
        if (earlier.isPresent()) {
            return earlier.get().id();
        }
        var story = newest(id).story();
        return begin(original.inEnglish(freeSlug(story.title() + " en"), clock.instant()), story);
    }

    /** The other language's article, where there is one. */
    @Transactional(readOnly = true)
    Optional<ArticleId> otherLanguage(Article article) {
        return article.speech().original() != null
                ? Optional.of(article.speech().original())
                : articles.englishOf(article.id()).map(Article::id);
    }

    private ArticleId begin(Article article, Version.Story story) {
        if (!articles.insert(article)) {
            return Optional.ofNullable(article.meeting())
                    .flatMap(articles::ofMeeting)
                    .map(Article::id)
                    .orElseThrow(() -> new Refused("portal.article.try-again"));
        }
        articles.insert(fresh(article.id(), 1, story));
        record("portal.started", article, 1);
        return article.id();
    }

    private Version fresh(ArticleId article, int number, Version.Story story) {
        var author = viewer.get();
        var hands = new Version.Hands(
                1, author.account(), author.name(), author.account(), clock.instant(), "", null, null);
        return new Version(Uuid7.next(), article, number, Version.State.DRAFT, story, hands);
    }

    private String freeSlug(String title) {
        var slug = VietnameseText.slug(title);
        var wanted = slug.isEmpty() ? "tin" : slug;
        return articles.slugTaken(wanted) ? wanted + "-" + Long.toString(clock.millis(), 36) : wanted;
    }

    @Transactional(readOnly = true)
    Whole get(ArticleId id) {
        var article = articles.find(id).orElseThrow(() -> new NotFound(id));
        visible(article);
        return new Whole(article, newest(id));
    }

    @Transactional(readOnly = true)
    boolean isPublic(ArticleId id) {
        return articles.isPublic(id);
    }

    /** The article for somebody who may write it; who only approves it reads it elsewhere. */
    @Transactional(readOnly = true)
    Whole writable(ArticleId id) {
        var whole = get(id);
        access.require(Capability.ARTICLE_WRITE, whole.article().unit());
        return whole;
    }

    /** The article for somebody who may let it out. */
    @Transactional(readOnly = true)
    Whole approvable(ArticleId id) {
        var whole = get(id);
        access.require(Capability.ARTICLE_APPROVE, whole.article().unit());
        return whole;
    }

    @Transactional(readOnly = true)
    List<Version> versions(ArticleId id) {
        visible(articles.find(id).orElseThrow(() -> new NotFound(id)));
        return articles.versions(id);
    }

    @Transactional(readOnly = true)
    Optional<ArticleId> ofMeeting(UUID meeting) {
        return articles.ofMeeting(meeting).map(Article::id);
    }

    /** Keeps what was written; {@code revision} is the one the writer had before them. */
    void save(ArticleId id, int revision, Version.Story story) {
        var article = held(id, Capability.ARTICLE_WRITE);
        var version = at(revision, newest(id));
        articles.update(version.written(story, viewer.get().account(), clock.instant()));
        record("portal.changed", article, version.number());
    }

    /** Puts a figure at the end of the text: the way without a script. */
    void append(ArticleId id, FrozenFigure figure) {
        var article = held(id, Capability.ARTICLE_WRITE);
        var body = newest(id).story().body() + "<p>" + ArticleHtml.bound(figure.id(), figure.text()) + "</p>";
        rewrite(article, body);
    }

    /** Prints another freezing of a figure wherever the text printed the old one. */
    void rebind(ArticleId id, UUID from, FrozenFigure to) {
        var article = held(id, Capability.ARTICLE_WRITE);
        rewrite(article, ArticleHtml.rebound(newest(id).story().body(), from, to.id(), to.text()));
    }

    private void rewrite(Article article, String body) {
        var version = newest(article.id());
        var story = version.story().withBody(body);
        articles.update(version.written(story, viewer.get().account(), clock.instant()));
        record("portal.changed", article, version.number());
    }

    void submit(ArticleId id) {
        var article = held(id, Capability.ARTICLE_WRITE);
        var version = newest(id).submitted(clock.instant());
        articles.update(version);
        record("portal.submitted", article, version.number());
    }

    void giveBack(ArticleId id, String why) {
        var article = held(id, Capability.ARTICLE_APPROVE);
        var version = newest(id).returned(why, viewer.get(), clock.instant());
        articles.update(version);
        record("portal.returned", article, version.number());
    }

    /** A new version of a published article; the public one stays until the new one is approved. */
    void correct(ArticleId id) {
        var article = held(id, Capability.ARTICLE_WRITE);
        var version = newest(id);
        if (version.state().open()) {
            return;
        }
        articles.insert(fresh(id, version.number() + 1, version.story()));
        record("portal.correction-started", article, version.number() + 1);
    }

    @Transactional(readOnly = true)
    List<AuditEntry> history(ArticleId id) {
        return audit.history(new ObjectRef(KIND, id.value()));
    }

    private void visible(Article article) {
        if (!access.allows(Capability.ARTICLE_WRITE, article.unit())
                && !access.allows(Capability.ARTICLE_APPROVE, article.unit())) {
            throw new NotFound(article.id());
        }
    }

    /** The article, for one act on it until the end of the transaction. */
    Article held(ArticleId id, Capability capability) {
        var article = articles.lock(id).orElseThrow(() -> new NotFound(id));
        access.require(capability, article.unit());
        return article;
    }

    Version newest(ArticleId id) {
        return articles.newest(id).orElseThrow(() -> new NotFound(id));
    }

    static Version at(int revision, Version version) {
        if (version.hands().revision() != revision) {
            throw new Refused("portal.article.stale");
        }
        return version;
    }

    void record(String act, Article article, int version) {
        audit.record(act, new ObjectRef(KIND, article.id().value()), article.unit(), Map.of("version", version));
    }
}
