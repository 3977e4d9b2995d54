package org.giaoban.portal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.giaoban.identity.Accounts;
import org.giaoban.identity.Viewer;
import org.giaoban.kernel.UnitId;
import org.giaoban.kernel.Uuid7;
import org.giaoban.kernel.VietnameseText;
import org.giaoban.meetings.MeetingFloor;
import org.giaoban.organization.Organization;
import org.giaoban.pages.KeptPages;
import org.giaoban.platform.NotFound;
import org.giaoban.platform.Story;
import org.giaoban.platform.StoryPart;
import org.giaoban.platform.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A story's earlier news, as if it had been written, approved and read before the story begins. */
@Component
@Transactional
class PortalStory implements StoryPart {

    /** Whose articles they are, who wrote them and who let them out. */
    private record Desk(UnitId unit, Viewer author, Viewer approver) {}

    private final ArticleRepository articles;
    private final PublishingRepository publishing;
    private final StoryText text;
    private final SiteRepository site;
    private final ArticleTopics topics;
    private final ViewRepository views;
    private final GalleryRepository galleries;
    private final Accounts accounts;
    private final Organization organization;
    private final KeptPages pages;
    private final MeetingFloor floor;
    private final Seals seals;

    PortalStory(
            ArticleRepository articles,
            PublishingRepository publishing,
            StoryText text,
            SiteRepository site,
            ArticleTopics topics,
            ViewRepository views,
            GalleryRepository galleries,
            Accounts accounts,
            Organization organization,
            KeptPages pages,
            MeetingFloor floor,
            Seals seals) {
        this.articles = articles;
        this.publishing = publishing;
        this.text = text;
        this.site = site;
        this.topics = topics;
        this.views = views;
        this.galleries = galleries;
        this.accounts = accounts;
        this.organization = organization;
        this.pages = pages;
        this.floor = floor;
        this.seals = seals;
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
        topics(pack.get("topics") instanceof List<?> listed ? listed : List.of());
        var desk = new Desk(
                organization.idOf(StoryText.value(pack, "unit")),
                viewer(StoryText.value(pack, "author")),
                viewer(StoryText.value(pack, "approver")));
        for (var each : (List<?>) Objects.requireNonNull(pack.get("articles"))) {
            article(story, desk, (Map<?, ?>) each);
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

    private void topics(List<?> listed) {
        var position = 0;
        for (var each : listed) {
            var topic = (Map<?, ?>) each;
            topics.add(
                    new Topic(
                            StoryText.value(topic, "code"),
                            StoryText.value(topic, "vi"),
                            StoryText.value(topic, "en"),
                            false),
                    position++);
        }
    }

    private void article(Story story, Desk desk, Map<?, ?> facts) {
        var slug = VietnameseText.slug(StoryText.value(facts, "title"));
        if (articles.slugTaken(slug)) {
            return;
        }
        var at = Instant.parse(StoryText.value(facts, "at"));
        var article = Article.of(desk.unit(), slug, meeting(desk.unit(), facts), at);
        var told = text.story(story, desk.unit(), facts);
        if (facts.get("stage") != null) {
            onItsWay(article, told, desk, facts);
            return;
        }
        published(article, told, text.gallery(story, desk.unit(), facts), desk);
        views.start(article.id(), Long.parseLong(StoryText.value(facts, "views")));
        if (facts.get("english") instanceof Map<?, ?> english) {
            var other = article.inEnglish(VietnameseText.slug(StoryText.value(english, "title")), at);
            published(other, text.translated(told, other, english), List.of(), desk);
        }
    }

    /** A draft, a text that waits for its second person, or one that waits for its hour. */
    private void onItsWay(Article article, Version.Story told, Desk desk, Map<?, ?> facts) {
        var at = article.createdAt();
        articles.insert(article);
        var draft = draft(article.id(), told, desk.author(), at);
        articles.insert(draft);
        var stage = Version.State.valueOf(StoryText.value(facts, "stage"));
        if (stage == Version.State.DRAFT) {
            return;
        }
        var submitted = draft.submitted(at);
        articles.update(submitted);
        if (stage == Version.State.APPROVED) {
            var due = Instant.parse(StoryText.value(facts, "due"));
            publishing.approve(submitted.approved(desk.approver(), at, due), desk.approver(), due);
        }
    }

    private void published(Article article, Version.Story told, List<GalleryPicture> pictures, Desk desk) {
        var at = article.createdAt();
        articles.insert(article);
        var draft = draft(article.id(), told, desk.author(), at);
        articles.insert(draft);
        galleries.replace(draft.id(), pictures);
        var submitted = draft.submitted(at);
        articles.update(submitted);
        publishing.approve(submitted.published(desk.approver(), at), desk.approver(), null);
        seals.seal(article.id());
    }

    /** The meeting the article reports, by the moment it began. */
    private @Nullable UUID meeting(UnitId unit, Map<?, ?> facts) {
        if (facts.get("meeting") == null) {
            return null;
        }
        var began = LocalDateTime.parse(StoryText.value(facts, "meeting")).atZone(Zone.ID);
        return floor.beganAt(unit, began.toInstant())
                .map(room -> room.id().value())
                .orElseThrow(() -> new NotFound(began.toString()));
    }

    private Viewer viewer(String login) {
        return accounts.byLogin(login).flatMap(accounts::viewer).orElseThrow(() -> new NotFound(login));
    }

    private static Version draft(ArticleId article, Version.Story story, Viewer author, Instant at) {
        var hands = new Version.Hands(1, author.account(), author.name(), author.account(), at, "", null, null);
        return new Version(Uuid7.next(), article, 1, Version.State.DRAFT, story, hands);
    }
}
