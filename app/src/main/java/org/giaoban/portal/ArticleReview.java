package org.giaoban.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.giaoban.access.Access;
import org.giaoban.access.Capability;
import org.giaoban.audit.AuditEntry;
import org.giaoban.identity.CurrentViewer;
import org.giaoban.platform.Formats;
import org.giaoban.platform.Texts;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts an article before the eyes of those who decide: as visitors will see it, with what deserves a second look. */
@Component
@Transactional(readOnly = true)
class ArticleReview {

    private final Articles articles;
    private final Publishing publishing;
    private final Neighbours neighbours;
    private final BoundFigures figures;
    private final PortalSettings settings;
    private final Albums albums;
    private final Access access;
    private final CurrentViewer viewer;

    ArticleReview(
            Articles articles,
            Publishing publishing,
            Neighbours neighbours,
            BoundFigures figures,
            PortalSettings settings,
            Albums albums,
            Access access,
            CurrentViewer viewer) {
        this.articles = articles;
        this.publishing = publishing;
        this.neighbours = neighbours;
        this.albums = albums;
        this.figures = figures;
        this.settings = settings;
        this.access = access;
        this.viewer = viewer;
    }

    public record ReviewPage(
            String href,
            int revision,
            Shown shown,
            Stand stand,
            Can can,
            List<String> warnings,
            List<BoundFigures.Line> figures,
            List<Past> versions,
            Other other,
            List<AuditEntry> history) {}

    /** The text as visitors will see it. */
    public record Shown(
            String category,
            String title,
            String lead,
            String body,
            String byline,
            String source,
            Album album,
            String correction,
            Around around) {}

    /** What stands around the words. */
    public record Around(
            String language,
            String kicker,
            String place,
            String topic,
            List<String> tags,
            ArticleExtras.@Nullable Happening event,
            List<String> related) {}

    /** How far it has come. */
    public record Stand(
            String tone,
            String text,
            int number,
            String author,
            String changedAt,
            String comment,
            @Nullable String address,
            Hours hours) {}

    /** When it comes, when it goes, and the same as a field takes it; empty for neither. */
    public record Hours(String from, String until, String untilField) {}

    /** What the viewer may do now. */
    public record Can(
            boolean write,
            boolean decide,
            boolean giveBack,
            boolean correct,
            boolean ownWork,
            boolean withdraw,
            boolean askWhoSees) {}

    /** The other language: where it is written, or whether it may be begun. */
    public record Other(@Nullable String href, boolean begin) {}

    public record Past(int number, String tone, String text, String by, String at) {}

    public ReviewPage page(ArticleId id) {
        var whole = articles.get(id);
        var version = whole.version();
        var lines = figures.lines(ArticleHtml.figures(version.story().body()));
        var versions = articles.versions(id);
        return new ReviewPage(
                "/articles/" + id,
                version.hands().revision(),
                shown(whole, lines),
                stand(whole, versions),
                can(whole),
                warnings(version.story(), lines),
                lines,
                versions.stream().map(ArticleReview::past).toList(),
                other(whole.article()),
                articles.history(id));
    }

    private Shown shown(Articles.Whole whole, List<BoundFigures.Line> lines) {
        var story = whole.version().story();
        var links = new HashMap<UUID, String>();
        lines.forEach(line -> links.put(line.id(), line.href()));
        var texts = figures.texts(ArticleHtml.figures(story.body()));
        return new Shown(
                settings.category(story.category()).map(Category::name).orElse(story.category()),
                story.title(),
                story.lead(),
                ArticleHtml.shown(story.body(), texts, figure -> marked(figure, links)),
                story.credit().shown(),
                story.credit().source(),
                albums.of(whole.version()),
                story.correction(),
                around(whole));
    }

    /** For those who look an article over the figure leads to its passport inside, published or not. */
    private static Element marked(ArticleHtml.Bound figure, Map<UUID, String> links) {
        var href = links.get(figure.id());
        var mark = new Element(href == null ? "span" : "a").addClass("gb-fig").text(figure.text());
        return href == null ? mark : mark.attr("href", href);
    }

    private Stand stand(Articles.Whole whole, List<Version> versions) {
        var version = whole.version();
        var open = versions.stream()
                .filter(each -> each.state() == Version.State.PUBLISHED)
                .findFirst();
        return new Stand(
                ArticleController.tone(version.state()),
                Texts.text("portal.state." + version.state().key()),
                version.number(),
                version.hands().authorName(),
                Formats.dateTime(version.hands().changedAt()),
                version.hands().comment(),
                open.map(each -> "/tin/" + each.story().category() + "/"
                                + whole.article().slug())
                        .orElse(null),
                hours(whole));
    }

    private Hours hours(Articles.Whole whole) {
        var until = whole.article().withdrawAt();
        return new Hours(
                Formats.dateTime(publishing.dueAt(whole.version())), Formats.dateTime(until), LabelsForm.local(until));
    }

    private Other other(Article article) {
        var other = articles.otherLanguage(article);
        return new Other(
                other.map(id -> "/articles/" + id).orElse(null),
                other.isEmpty()
                        && article.speech().language().equals(Article.VIETNAMESE)
                        && access.allows(Capability.ARTICLE_WRITE, article.unit()));
    }

    private Around around(Articles.Whole whole) {
        var story = whole.version().story();
        var labels = story.labels();
        var topic =
                labels.topic() == null ? null : neighbours.topic(labels.topic()).orElse(null);
        return new Around(
                whole.article().speech().language(),
                labels.kicker(),
                labels.place(),
                topic == null ? "" : topic.name(),
                labels.tags(),
                ArticleExtras.happening(story.event()),
                neighbours.addresses(labels.related()));
    }

    private Can can(Articles.Whole whole) {
        var version = whole.version();
        var unit = whole.article().unit();
        var write = access.allows(Capability.ARTICLE_WRITE, unit);
        var approve = access.allows(Capability.ARTICLE_APPROVE, unit);
        var submitted = version.state() == Version.State.SUBMITTED;
        var another = version.mayBeJudgedBy(viewer.get());
        var scheduled = version.state() == Version.State.APPROVED;
        return new Can(
                write && version.state().editable(),
                approve && submitted && another,
                approve && (submitted || scheduled) && another,
                write && !version.state().open(),
                approve && submitted && !another,
                approve && articles.isPublic(whole.article().id()),
                access.allows(Capability.GRANTS, unit));
    }

    private static List<String> warnings(Version.Story story, List<BoundFigures.Line> lines) {
        var warnings = new ArrayList<String>();
        lines.stream()
                .filter(BoundFigures.Line::corrected)
                .map(line -> Texts.text("portal.review.figure-changed", line.name(), line.text(), line.now()))
                .forEach(warnings::add);
        if (!story.picture().told()) {
            warnings.add(Texts.text("portal.article.alt-missing"));
        }
        if (story.lead().isBlank()) {
            warnings.add(Texts.text("portal.review.no-lead"));
        }
        if (story.credit().byline().isBlank()) {
            warnings.add(Texts.text("portal.review.no-byline"));
        }
        return warnings;
    }

    private static Past past(Version version) {
        var hands = version.hands();
        var by = hands.approverName() == null ? hands.authorName() : hands.approverName();
        var at = hands.publishedAt() == null ? hands.changedAt() : hands.publishedAt();
        return new Past(
                version.number(),
                ArticleController.tone(version.state()),
                Texts.text("portal.state." + version.state().key()),
                by,
                Formats.dateTime(at));
    }
}
