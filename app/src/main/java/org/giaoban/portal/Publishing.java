package org.giaoban.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.giaoban.access.Capability;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets articles out, at once or at their hour, and takes them off the site again. */
@Service
@Transactional
class Publishing {

    private final Articles articles;
    private final PublishingRepository rows;
    private final CurrentViewer viewer;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Publishing(
            Articles articles,
            PublishingRepository rows,
            CurrentViewer viewer,
            Clock clock,
            ApplicationEventPublisher events) {
        this.articles = articles;
        this.rows = rows;
        this.viewer = viewer;
        this.clock = clock;
        this.events = events;
    }

    /** When it is to come and to go; null for at once and for never. */
    record Hours(@Nullable Instant from, @Nullable Instant until) {}

    /** Lets exactly the version out that the approver looked at; when it goes stays as it was. */
    void publish(ArticleId id, int revision) {
        publish(id, revision, new Hours(null, articles.get(id).article().withdrawAt()));
    }

    void publish(ArticleId id, int revision, Hours hours) {
        var article = articles.held(id, Capability.ARTICLE_APPROVE);
        var now = clock.instant();
        sensible(hours, now);
        var version = Articles.at(revision, articles.newest(id)).approved(viewer.get(), now, hours.from());
        rows.approve(version, viewer.get(), hours.from());
        rows.withdrawAt(id, hours.until());
        if (version.state() == Version.State.APPROVED) {
            articles.record("portal.scheduled", article, version.number());
        } else {
            told("portal.published", article, version);
        }
    }

    private static void sensible(Hours hours, Instant now) {
        var from = hours.from() == null || hours.from().isBefore(now) ? now : hours.from();
        if (hours.until() != null && !hours.until().isAfter(from)) {
            throw new Refused("portal.publish.goes-before-it-comes");
        }
    }

    private void told(String act, Article article, Version version) {
        articles.record(act, article, version.number());
        var kind =
                article.firstPublishedAt() == null ? PublishedChanged.Kind.PUBLISHED : PublishedChanged.Kind.CORRECTED;
        events.publishEvent(new PublishedChanged(article.id(), kind));
    }

    /** Visitors find it no more; everything that was said stays where editors read it. */
    void withdraw(ArticleId id, String why) {
        if (why.isBlank()) {
            throw new Refused("portal.article.say-why-gone");
        }
        var article = articles.held(id, Capability.ARTICLE_APPROVE);
        if (!rows.withdraw(id, why.strip())) {
            throw new Refused("portal.article.not-public");
        }
        gone("portal.withdrawn", article);
    }

    private void gone(String act, Article article) {
        articles.record(act, article, articles.newest(article.id()).number());
        events.publishEvent(new PublishedChanged(article.id(), PublishedChanged.Kind.UNPUBLISHED));
    }

    /** Changes when a public article goes by itself. */
    void withdrawAt(ArticleId id, @Nullable Instant until) {
        var article = articles.held(id, Capability.ARTICLE_APPROVE);
        sensible(new Hours(null, until), clock.instant());
        rows.withdrawAt(id, until);
        articles.record("portal.hours-changed", article, articles.newest(id).number());
    }

    @Transactional(readOnly = true)
    @Nullable
    Instant dueAt(Version version) {
        return version.state() == Version.State.APPROVED ? rows.dueAt(version.id()) : null;
    }

    @Transactional(readOnly = true)
    List<ArticleId> due(int limit) {
        return rows.due(clock.instant(), limit);
    }

    @Transactional(readOnly = true)
    List<ArticleId> toWithdraw(int limit) {
        return rows.toWithdraw(clock.instant(), limit);
    }

    /** Its hour has come; nothing happens when somebody took it back in the meantime. */
    void letOut(ArticleId id) {
        var article = articles.held(id, Capability.ARTICLE_APPROVE);
        var version = articles.newest(id);
        var due = dueAt(version);
        if (due != null && !due.isAfter(clock.instant())) {
            var out = version.out(clock.instant());
            rows.out(out);
            told("portal.came-out", article, out);
        }
    }

    /** Its last hour is over. */
    void takeOff(ArticleId id, String why) {
        var article = articles.held(id, Capability.ARTICLE_APPROVE);
        var until = article.withdrawAt();
        if (until != null && !until.isAfter(clock.instant()) && rows.withdraw(id, why)) {
            gone("portal.expired", article);
        }
    }
}
