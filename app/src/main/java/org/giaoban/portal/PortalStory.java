package org.giaoban.portal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.organization.Organization;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A story's earlier news, as if it had been written, approved and read before the story begins. */
@Component
@Transactional
class PortalStory implements StoryPart {

    private static final String AUTHOR = "bientap";
    private static final String APPROVER = "duyet";

    private final ArticleRepository articles;
    private final StoryText text;
    private final SiteRepository site;
    private final ViewRepository views;
    private final GalleryRepository galleries;
    private final Accounts accounts;
    private final Organization organization;
    private final KeptPages pages;

    PortalStory(
            ArticleRepository articles,
            StoryText text,
            SiteRepository site,
            ViewRepository views,
            GalleryRepository galleries,
            Accounts accounts,
            Organization organization,
            KeptPages pages) {
        this.articles = articles;
        this.text = text;
        this.site = site;
        this.views = views;
        this.galleries = galleries;
        this.accounts = accounts;
        this.organization = organization;
        this.pages = pages;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public void load(Story story) {
        if (!story.has("articles.yaml")) {
            return;
        }
        var pack = story.yaml("articles.yaml", Map.class);
        frame(pack);
        var unit = organization.root(story.today()).orElseThrow(() -> new NotFound(story.name()));
        for (var each : (List<?>) Objects.requireNonNull(pack.get("articles"))) {
            article(story, unit.id(), (Map<?, ?>) each);
        }
        pages.changed();
    }

    private void frame(Map<?, ?> pack) {
        ((Map<?, ?>) Objects.requireNonNull(pack.get("imprint")))
                .forEach((line, value) -> site.addImprint(String.valueOf(line), String.valueOf(value)));
        var position = 0;
        for (var each : (List<?>) Objects.requireNonNull(pack.get("links"))) {
            var link = (Map<?, ?>) each;
            site.addLink(StoryText.value(link, "href"), StoryText.value(link, "name"), position++);
        }
    }

    private void article(Story story, UnitId unit, Map<?, ?> facts) {
        var slug = VietnameseText.slug(StoryText.value(facts, "title"));
        if (articles.slugTaken(slug)) {
            return;
        }
        var at = Instant.parse(StoryText.value(facts, "at"));
        var article = Article.of(unit, slug, null, at);
        articles.insert(article);
        var draft = draft(article.id(), text.story(story, unit, facts), viewer(AUTHOR), at);
        articles.insert(draft);
        galleries.replace(draft.id(), text.gallery(story, unit, facts));
        var approver = viewer(APPROVER);
        var submitted = draft.submitted(at);
        articles.update(submitted);
        articles.publish(submitted.published(approver, at), approver, at);
        views.start(article.id(), Long.parseLong(StoryText.value(facts, "views")));
    }

    private Viewer viewer(String login) {
        return accounts.byLogin(login).flatMap(accounts::viewer).orElseThrow(() -> new NotFound(login));
    }

    private static Version draft(ArticleId article, Version.Story story, Viewer author, Instant at) {
        var hands = new Version.Hands(1, author.account(), author.name(), author.account(), at, "", null, null);
        return new Version(Uuid7.next(), article, 1, Version.State.DRAFT, story, hands);
    }
}
